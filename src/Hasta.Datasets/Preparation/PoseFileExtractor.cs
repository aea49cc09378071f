using System.Globalization;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Preparation;

/// <summary>Reads clips that already are landmarks: .pose files of any version, checked and rewritten with a single person.</summary>
/// <param name="person">The person to select from files of several people, from 1; null for the one who signs.</param>
internal sealed class PoseFileExtractor(int? person = null) : IClipExtractor
{
    public LandmarkEngineId Engine { get; } = new()
    {
        Name = PoseFile.EngineName,
        Input = person is null ? "signer" : string.Create(CultureInfo.InvariantCulture, $"person {person}"),
    };

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) =>
        ContentHash.OfFileAsync(clip.Path, cancellationToken);

    public Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? onFrame, CancellationToken cancellationToken) =>
        Task.FromResult(LandmarkFrames.From(PoseFile.Read(clip.Path, person)));
}
