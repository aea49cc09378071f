using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Training.Data;
using Hasta.Training.Data.Streams;
using Hasta.Training.Evaluation.Strangers;

namespace Hasta.Training.Evaluation.Streams;

/// <summary>
/// Joins the takes of a source to streams, with rests and fidgets, and recognizes them live: what a user meets who is new to the model.
/// </summary>
/// <param name="data">The takes.</param>
/// <param name="recognizer">Shared by all streams.</param>
/// <param name="options">How streams are recognized.</param>
internal sealed class StreamsBenchmark(StrangersData data, SignRecognizer recognizer, LiveRecognizerOptions options)
{
    private const int StreamsOfSource = 3;

    /// <summary>Signs are taken from words that at least this many training sources have.</summary>
    public const int MinSources = 3;

    /// <summary>The rates at which cameras deliver frames.</summary>
    public static readonly IReadOnlyList<double> Rates = [30, 15, 12, 6];

    /// <summary>Called with the first stream of signs of each source and camera, from several threads.</summary>
    public Action<PlayedStream>? OnStream { get; init; }

    /// <param name="source">A source whose clips the model was not trained on, unless known signers are to be measured.</param>
    /// <param name="trains">The sources that the model was trained on.</param>
    /// <returns>Nothing if the source has fewer than two words to sign.</returns>
    public IReadOnlyList<StreamTrial> Run(StrangerSource source, Func<StrangerSource, bool> trains)
    {
        IReadOnlyList<string> trained = data.GlossesOf(other => other != source && trains(other), MinSources);
        HashSet<string> words = [.. trained.Intersect(recognizer.Glosses)];
        LoadedClip[] takes = [.. data.ClipsOf(other => other == source).Where(clip => words.Contains(clip.Gloss))];
        if (takes.DistinctBy(take => take.Gloss).Count() < 2)
        {
            return [];
        }

        (StreamKind Kind, double Rate, bool IsCloseUp)[] cases =
        [
            .. from isCloseUp in (bool[])[false, true] from rate in Rates select (StreamKind.Signs, rate, isCloseUp),
            (StreamKind.Idle, 15, false), (StreamKind.Fidgets, 15, false), (StreamKind.Fidgets, 15, true),
        ];
        return ParallelMap.Run(cases, test => new StreamTrial
        {
            Source = source.Name,
            IsConfirmed = source.IsConfirmed,
            Kind = test.Kind,
            FramesPerSecond = test.Rate,
            IsCloseUp = test.IsCloseUp,
            Score = StreamScore.Sum([.. Enumerable.Range(0, test.Kind == StreamKind.Signs ? StreamsOfSource : 1).Select(number => Score(
                TestStream.Create(test.Kind, takes, new Random(StableHash.Compute(number, (int)test.Kind, 0))),
                new VirtualCamera { FramesPerSecond = test.Rate, IsCloseUp = test.IsCloseUp },
                new Random(StableHash.Compute(number, (int)test.Rate, 1)),
                number == 0 && test.Kind == StreamKind.Signs ? source.Name : null))]),
        });
    }

    private StreamScore Score(SignStream stream, VirtualCamera camera, Random random, string? shownSource)
    {
        var live = new LiveRecognizer(recognizer, options);
        LiveEvent[] events = [.. camera.Record(stream, random).SelectMany(live.Add), .. live.Complete()];
        var played = new PlayedStream(stream.Signs, stream.Duration, events);
        if (shownSource is not null)
        {
            OnStream?.Invoke(played with { Title = $"{shownSource}, {camera}" });
        }

        return StreamScore.From(played);
    }
}
