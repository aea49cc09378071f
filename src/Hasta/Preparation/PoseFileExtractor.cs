using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Files;

namespace Hasta.Preparation;

/// <summary>Clips that are landmarks already: .pose files of any version, checked and written anew.</summary>
public sealed class PoseFileExtractor : IClipExtractor
{
    public string Engine => "pose-file";

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => ContentHash.OfFileAsync(clip.Path, cancellationToken);

    public Task<LandmarkFeed> OpenAsync(Clip clip, CancellationToken cancellationToken) => Task.FromResult(LandmarkFeed.Of(PoseFile.Read(clip.Path)));
}
