using Hasta.Datasets.Clips;

namespace Hasta.Datasets.Preparation;

/// <summary>A clip that must be brought to the disk before it can be looked at.</summary>
/// <param name="Clip">Its path is where it comes from.</param>
/// <param name="Fingerprint">Known before it is brought; changes when its bytes change.</param>
/// <param name="FetchAsync">Brings it, whole and verified, to a path.</param>
internal sealed record FetchableClip(Clip Clip, string Fingerprint, Func<string, CancellationToken, Task> FetchAsync);
