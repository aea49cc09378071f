namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>The server answers a range request with the whole file.</summary>
internal sealed class RangeIgnoredException(string message) : Exception(message);
