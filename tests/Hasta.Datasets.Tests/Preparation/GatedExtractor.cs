using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>Signals when the first clip has started, and waits until it may continue.</summary>
internal sealed class GatedExtractor(TaskCompletionSource reached, TaskCompletionSource go) : IClipExtractor
{
    private readonly MadeExtractor inner = new();

    public LandmarkEngineId Engine => inner.Engine;

    public string SourceOf(Clip clip) => inner.SourceOf(clip);

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => inner.FingerprintAsync(clip, cancellationToken);

    public async Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? look, CancellationToken cancellationToken)
    {
        reached.TrySetResult();
        await go.Task.WaitAsync(cancellationToken);
        return await inner.OpenAsync(clip, look, cancellationToken);
    }
}
