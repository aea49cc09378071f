namespace Hasta.Include.Download;

/// <summary>Parts that follow one another, <paramref name="End"/> not counted in: one request brings them.</summary>
internal readonly record struct ChunkRange(int First, int End);
