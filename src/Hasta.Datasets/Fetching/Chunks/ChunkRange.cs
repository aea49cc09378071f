namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>Consecutive chunks, <paramref name="End"/> exclusive, downloaded with one request.</summary>
internal readonly record struct ChunkRange(int First, int End);
