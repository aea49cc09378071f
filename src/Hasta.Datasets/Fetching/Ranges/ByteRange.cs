namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>A range of bytes in a file; <paramref name="To"/> is exclusive.</summary>
internal readonly record struct ByteRange(long From, long To);
