namespace Hasta.Include.Sessions;

/// <summary>Takes of one gloss whose file numbers follow each other.</summary>
/// <param name="Gloss">The folder.</param>
/// <param name="First">File number, counted on past the camera's 9999.</param>
/// <param name="Last">File number, counted on past the camera's 9999.</param>
/// <param name="Files">The clips.</param>
internal sealed record TakeBlock(string Gloss, int First, int Last, IReadOnlyList<string> Files);
