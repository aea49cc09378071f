using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Recognition.Live;
using Hasta.Training.Data;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Evaluation.Streams;

/// <summary>
/// Recognizes a signer's recorded clips live: laid end to end, where no movement is made up, and joined by movements and rests.
/// </summary>
/// <param name="data">The data folder.</param>
/// <param name="options">How streams are recognized.</param>
internal sealed class RecordedStreams(string data, LiveRecognizerOptions options)
{
    private const int StreamsOfSigner = 2;

    /// <summary>Called with each stream, from several threads.</summary>
    public Action<PlayedStream>? OnStream { get; init; }

    /// <param name="signer">Whose clips are recognized.</param>
    /// <param name="recognizer">Was not trained on them.</param>
    /// <exception cref="BadFileException">A .pose file is missing or damaged; run prepare again.</exception>
    public RecordedResult Run(string signer, SignRecognizer recognizer)
    {
        ManifestEntry[] entries = [.. Manifest.Read(data).Where(entry => entry.Signer == signer)];
        (string Gloss, LandmarkSequence Clip)[] clips =
            [.. Shuffle(entries).Select(entry => (entry.Gloss, PoseFile.Read(Manifest.PosePath(data, entry.Clip))))];
        var signs = JoinedClips.Join(clips);
        SignStream[] streams = Join(entries);
        string?[] words = ParallelMap.Run(clips, clip => WordOf(recognizer, clip.Clip));
        int right = words.Zip(clips).Count(pair => pair.First == pair.Second.Gloss);
        return new RecordedResult
        {
            Clips = clips.Length,
            Right = right,
            Wrong = words.Count(word => word is not null) - right,
            Trials = ParallelMap.Run(StreamsBenchmark.Rates, rate => new RecordedTrial
            {
                FramesPerSecond = rate,
                Cut = Score(Play(recognizer, signs, rate), $"{signer}, cut, {rate} frames/s"),
                Joined = StreamScore.Sum(
                [
                    .. streams.Select((stream, number) =>
                        Score(Play(recognizer, stream, (rate, number)), $"{signer}, joined {number + 1}, {rate} frames/s")),
                ]),
            }),
        };
    }

    private StreamScore Score(PlayedStream stream, FormattableString title)
    {
        OnStream?.Invoke(stream with { Title = FormattableString.Invariant(title) });
        return StreamScore.From(stream);
    }

    /// <summary>At the clips' own speed: features stretch short clips.</summary>
    private SignStream[] Join(IReadOnlyList<ManifestEntry> entries)
    {
        IReadOnlyList<LoadedClip> takes = ClipLoader.Load(data, entries, new FeatureConfig { MinFrames = 2, MaxFrames = 240 }, out _);
        return
        [
            .. Enumerable.Range(0, StreamsOfSigner)
                .Select(number => TestStream.Create(StreamKind.Signs, [.. takes], new Random(StableHash.Compute(number, 0, 0)))),
        ];
    }

    private PlayedStream Play(SignRecognizer recognizer, JoinedClips clips, double rate) =>
        Play(recognizer, clips.At(rate), clips.Signs, clips.Duration);

    private PlayedStream Play(SignRecognizer recognizer, SignStream stream, (double Rate, int Number) camera)
    {
        IEnumerable<LandmarkFrame> frames = new VirtualCamera { FramesPerSecond = camera.Rate, IsCloseUp = false }
            .Record(stream, new Random(StableHash.Compute(camera.Number, (int)camera.Rate, 1)));
        return Play(recognizer, frames, stream.Signs, stream.Duration);
    }

    private PlayedStream Play(
        SignRecognizer recognizer, IEnumerable<LandmarkFrame> frames, IReadOnlyList<StreamSign> signs, TimeSpan duration)
    {
        var live = new LiveRecognizer(recognizer, options);
        return new PlayedStream(signs, duration, [.. frames.SelectMany(live.Add), .. live.Complete()]);
    }

    /// <returns>Null if the model is unsure.</returns>
    private string? WordOf(SignRecognizer recognizer, LandmarkSequence clip)
    {
        try
        {
            SignResult result = recognizer.Recognize(clip);
            bool isSign = result.Reason is null or { Kind: UnsureKind.LowConfidence };
            return isSign && result.Confidence >= options.MinConfidence ? result.Gloss : null;
        }
        catch (NoBodyException)
        {
            return null;
        }
    }

    /// <summary>In an order that is the same every time, without the same gloss twice in a row where possible.</summary>
    private static List<ManifestEntry> Shuffle(ManifestEntry[] entries)
    {
        ManifestEntry[] rest = [.. entries];
        new Random(rest.Length).Shuffle(rest);
        var left = rest.ToList();
        var order = new List<ManifestEntry>();
        while (left.Count > 0)
        {
            ManifestEntry next = left.FirstOrDefault(entry => entry.Gloss != order.LastOrDefault()?.Gloss, left[0]);
            left.Remove(next);
            order.Add(next);
        }

        return order;
    }
}
