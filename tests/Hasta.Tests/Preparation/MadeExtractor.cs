using System.Collections.Concurrent;
using System.Globalization;
using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Preparation;

namespace Hasta.Tests.Preparation;

/// <summary>
/// Stands in for the video extractor: a clip's file holds the number of its frames; "text" cannot be decoded, "nobody" shows no person.
/// It can be told to stop at a clip, as a kill or a Ctrl-C does.
/// </summary>
internal sealed class MadeExtractor : IClipExtractor
{
    public string Engine { get; init; } = "made 1";

    public string? CancelAt { get; init; }

    /// <summary>Ids, in no order.</summary>
    public ConcurrentBag<string> Extracted { get; } = [];

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) => ContentHash.OfFileAsync(clip.Path, cancellationToken);

    public Task<LandmarkFeed> OpenAsync(Clip clip, CancellationToken cancellationToken)
    {
        if (clip.Id == CancelAt)
        {
            throw new OperationCanceledException("stopped here");
        }

        Extracted.Add(clip.Id);
        string text = File.ReadAllText(clip.Path);
        return Task.FromResult(LandmarkFeed.Of(text switch
        {
            "text" => throw new BadFileException(clip.Path, "this is no video.", "Remove it."),
            "nobody" => new LandmarkSequence { Fps = 25, Width = 640, Height = 480, Frames = [LandmarkFrame.Empty(default), LandmarkFrame.Empty(default)] },
            _ => MadeClip.Sequence(int.Parse(text, CultureInfo.InvariantCulture), seed: clip.Id.Length + Engine[^1]),
        }));
    }
}
