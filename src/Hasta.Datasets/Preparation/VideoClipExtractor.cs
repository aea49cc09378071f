using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;

namespace Hasta.Datasets.Preparation;

/// <summary>Extracts clips that are videos: MediaPipe's models process every frame, with a new tracker per clip.</summary>
/// <param name="extractor">Finds the landmarks.</param>
/// <param name="keepsFrames">Whether frames are kept next to the landmarks, in the same decoding pass.</param>
internal sealed class VideoClipExtractor(LandmarkExtractor extractor, bool keepsFrames = false) : IClipExtractor
{
    public LandmarkEngineId Engine => extractor.EngineId;

    public string? FrameEngine => keepsFrames ? FrameSampler.Fingerprint : null;

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) =>
        ContentHash.OfFileAsync(clip.Path, cancellationToken);

    public async Task<bool> IsTreatmentUnchangedAsync(Clip clip, string? picture, CancellationToken cancellationToken) =>
        await extractor.TreatmentOfAsync(clip.Path, cancellationToken) == picture;

    public Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? onFrame, CancellationToken cancellationToken) =>
        extractor.OpenAsync(clip.Path, onFrame, cancellationToken);
}
