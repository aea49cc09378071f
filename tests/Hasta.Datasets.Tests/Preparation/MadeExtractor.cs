using System.Collections.Concurrent;
using System.Globalization;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>
/// Replaces the video extractor: a clip's file contains its number of frames; "text" cannot be decoded, "nobody" shows no person.
/// It can be set to stop at a clip, like a kill or Ctrl-C.
/// </summary>
internal sealed class MadeExtractor : IClipExtractor
{
    public LandmarkEngineId Engine { get; init; } = new() { Name = "made 1" };

    public string? CancelAt { get; init; }

    /// <summary>The treatment of a clip's frames, by clip ID.</summary>
    public Dictionary<string, string> Treatments { get; init; } = [];

    /// <summary>The number of people that every clip shows at the start.</summary>
    public int People { get; init; } = 1;

    /// <summary>IDs, in no particular order.</summary>
    public ConcurrentBag<string> Extracted { get; } = [];

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) =>
        ContentHash.OfFileAsync(clip.Path, cancellationToken);

    public Task<bool> IsTreatmentUnchangedAsync(Clip clip, string? picture, CancellationToken cancellationToken) =>
        Task.FromResult(Treatments.GetValueOrDefault(clip.Id) == picture);

    public Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? look, CancellationToken cancellationToken)
    {
        if (clip.Id == CancelAt)
        {
            throw new OperationCanceledException("stopped here");
        }

        Extracted.Add(clip.Id);
        string text = File.ReadAllText(clip.Path);
        LandmarkFrames feed = LandmarkFrames.From(text switch
        {
            "text" => throw new BadFileException(clip.Path, "this is no video.", "Remove it."),
            "nobody" => new LandmarkSequence
            {
                Fps = 25,
                Width = 640,
                Height = 480,
                Frames = [LandmarkFrame.Empty(default), LandmarkFrame.Empty(default)],
            },
            _ => MadeClip.Sequence(int.Parse(text, CultureInfo.InvariantCulture), seed: clip.Id.Length + Engine.Name[^1]),
        });
        return Task.FromResult(
            feed with { Treatment = Treatments.GetValueOrDefault(clip.Id), People = () => new PeopleAtStart(People, 1) });
    }
}
