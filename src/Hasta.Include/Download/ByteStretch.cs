namespace Hasta.Include.Download;

/// <summary>Bytes of a file, <paramref name="To"/> not counted in.</summary>
internal readonly record struct ByteStretch(long From, long To);
