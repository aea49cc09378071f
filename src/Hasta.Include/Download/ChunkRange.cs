namespace Hasta.Include.Download;

/// <summary>Consecutive chunks, <paramref name="End"/> exclusive, downloaded with one request.</summary>
internal readonly record struct ChunkRange(int First, int End);
