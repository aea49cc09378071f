
namespace Hasta.IncludeSessions;

/// <summary>Takes of one gloss with consecutive file numbers.</summary>
/// <param name="Gloss">The gloss's folder.</param>
/// <param name="First">First file number; counting continues past the camera's 9999.</param>
/// <param name="Last">Last file number; counting continues past the camera's 9999.</param>
/// <param name="Files">The clips.</param>
internal sealed record TakeBlock(string Gloss, int First, int Last, IReadOnlyList<string> Files);
