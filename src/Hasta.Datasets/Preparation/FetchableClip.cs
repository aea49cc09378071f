using Hasta.Datasets.Clips;

namespace Hasta.Datasets.Preparation;

/// <summary>A clip that must be downloaded before it can be processed.</summary>
/// <param name="Clip">Its path is the remote source.</param>
/// <param name="Fingerprint">Known before the download; changes when the clip's bytes change.</param>
/// <param name="FetchAsync">Downloads the complete, verified clip to a path.</param>
internal sealed record FetchableClip(Clip Clip, string Fingerprint, Func<string, CancellationToken, Task> FetchAsync);
