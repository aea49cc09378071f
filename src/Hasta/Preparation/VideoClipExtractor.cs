using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Tracking;
using Hasta.Video.Frames;

namespace Hasta.Preparation;

/// <summary>Clips that are videos: MediaPipe's models look at every frame, with a fresh tracker a clip.</summary>
public sealed class VideoClipExtractor(LandmarkExtractor extractor) : IClipExtractor
{
    public string Engine => extractor.Fingerprint;

    public string? FrameEngine => extractor.ChoosesFrames ? FrameChooser.Fingerprint : null;

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => ContentHash.OfFileAsync(clip.Path, cancellationToken);

    public async Task<bool> TreatsAlikeAsync(Clip clip, string? picture, CancellationToken cancellationToken) =>
        await extractor.TreatmentOfAsync(clip.Path, cancellationToken) == picture;

    public Task<LandmarkFeed> OpenAsync(Clip clip, CancellationToken cancellationToken) => extractor.OpenAsync(clip.Path, cancellationToken);
}
