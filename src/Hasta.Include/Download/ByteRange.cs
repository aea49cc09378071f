namespace Hasta.Include.Download;

/// <summary>Bytes of a file, <paramref name="To"/> not counted in.</summary>
internal readonly record struct ByteRange(long From, long To);
