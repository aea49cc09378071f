namespace Hasta.Include.Download;

/// <summary>The server answers with the whole file to a request for a part of it.</summary>
internal sealed class RangeIgnoredException(string message) : Exception(message);
