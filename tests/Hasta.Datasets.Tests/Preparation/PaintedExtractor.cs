using System.Numerics;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;
using Hasta.TestKit.Datasets;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>A <see cref="MadeExtractor"/> with frames: a clip is opened once for both landmarks and frames.</summary>
internal sealed class PaintedExtractor(MadeExtractor inner) : IClipExtractor
{
    public LandmarkEngineId Engine => inner.Engine;

    public string? FrameEngine { get; init; } = FrameSampler.Fingerprint;

    public string SourceOf(Clip clip) => inner.SourceOf(clip);

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => inner.FingerprintAsync(clip, cancellationToken);

    public async Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? look, CancellationToken cancellationToken)
    {
        LandmarkFrames feed = await inner.OpenAsync(clip, null, cancellationToken);
        return feed with
        {
            Frames = feed.Frames.Select((frame, i) =>
            {
                look?.Invoke(PaintedClip.Frame(i, 64, 48, new Vector2(i % 64, clip.Id.Length)));
                return frame;
            }),
        };
    }
}
