namespace Hasta.Include.Download;

/// <summary>Bytes of a file, <paramref name="To"/> not counted in.</summary>
public readonly record struct ByteStretch(long From, long To);
