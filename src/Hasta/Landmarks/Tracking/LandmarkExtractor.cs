using Hasta.Video;

namespace Hasta.Landmarks.Tracking;

/// <summary>A clip's landmarks, with a fresh tracker each. Several clips may be extracted at a time.</summary>
/// <param name="networks">Must outlive the extractor.</param>
/// <param name="video">How clips are decoded; null for the defaults.</param>
public sealed class LandmarkExtractor(HolisticNetworks networks, VideoOptions? video = null)
{
    private const double RateTolerance = 0.02;

    private readonly VideoOptions video = video ?? new VideoOptions();

    /// <summary>See <see cref="HolisticNetworks.Fingerprint"/>.</summary>
    public string Fingerprint => networks.Fingerprint;

    /// <returns>One landmark frame for each frame of the clip; a clip without a person has all of them missing.</returns>
    /// <exception cref="BadFileException">The clip is missing or damaged, or no frame can be decoded.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async Task<LandmarkSequence> ExtractAsync(string path, CancellationToken cancellationToken = default)
    {
        var ffmpeg = video.Ffmpeg ?? Ffmpeg.Find();
        var facts = await VideoFacts.ReadAsync(path, ffmpeg, cancellationToken);
        var tracker = new HolisticTracker(networks);
        var frames = new List<LandmarkFrame>();
        await foreach (var frame in VideoReader.ReadAsync(facts, video with { Ffmpeg = ffmpeg }, cancellationToken))
        {
            frames.Add(tracker.Track(frame));
        }

        return new LandmarkSequence { Fps = RateOf(facts.Fps, frames), Width = facts.Width, Height = facts.Height, Frames = frames };
    }

    /// <summary>The declared rate, unless the frames' own times say otherwise: headers of uneven clips name all kinds of rates.</summary>
    private static double RateOf(double declared, List<LandmarkFrame> frames)
    {
        double seconds = frames.Count > 1 ? (frames[^1].Time - frames[0].Time).TotalSeconds : 0;
        double measured = seconds > 0 ? (frames.Count - 1) / seconds : declared;
        return Math.Abs((measured / declared) - 1) > RateTolerance ? measured : declared;
    }
}
