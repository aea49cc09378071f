using Hasta.Recognition.Live;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Evaluation.Streams;

/// <summary>What was recognized in streams, beside what was signed. Scores add up.</summary>
internal sealed record StreamScore
{
    public int Signs { get; init; }

    /// <summary>Signs of which the first word was right.</summary>
    public int Right { get; init; }

    /// <summary>Signs of which the first word was another.</summary>
    public int Wrong { get; init; }

    /// <summary>Signs without a word, of which the model was unsure at least once.</summary>
    public int Unsure { get; init; }

    /// <summary>Signs without a word: unsure or not noticed.</summary>
    public int Missed => Signs - Right - Wrong;

    /// <summary>Further words during a sign.</summary>
    public int Extra { get; init; }

    /// <summary>Words while nothing was signed.</summary>
    public int False { get; init; }

    /// <summary>Minutes in which nothing was signed.</summary>
    public double IdleMinutes { get; init; }

    /// <summary>For each right word, seconds from the end of the sign to the event; negative if the event came before.</summary>
    public IReadOnlyList<double> Latencies { get; init; } = [];

    /// <summary>For each sign with a right guess, seconds from its start to the first one.</summary>
    public IReadOnlyList<double> GuessDelays { get; init; } = [];

    public static StreamScore From(PlayedStream stream)
    {
        IReadOnlyList<LiveEvent> events = stream.Events;
        var bySign = events.OfType<Recognized>().ToLookup(word => SignAt(stream.Signs, word.Start, word.End));
        var unsure = events.OfType<Unsure>().Select(answer => SignAt(stream.Signs, answer.Start, answer.End)).ToHashSet();
        (StreamSign Sign, Recognized[] Words)[] signs = [.. stream.Signs.Select(sign => (sign, bySign[sign].ToArray()))];
        var answered = signs.Where(pair => pair.Words.Length > 0).ToArray();
        var right = answered.Where(pair => pair.Words[0].Result.Gloss == pair.Sign.Gloss).ToArray();
        return new StreamScore
        {
            Signs = signs.Length,
            Right = right.Length,
            Wrong = answered.Length - right.Length,
            Unsure = signs.Count(pair => pair.Words.Length == 0 && unsure.Contains(pair.Sign)),
            Extra = answered.Sum(pair => pair.Words.Length - 1),
            False = bySign[null].Count(),
            IdleMinutes = stream.Duration.TotalMinutes - stream.Signs.Sum(sign => (sign.End - sign.Start).TotalMinutes),
            Latencies = [.. right.Select(pair => (pair.Words[0].Time - pair.Sign.End).TotalSeconds)],
            GuessDelays = [.. stream.Signs.Select(sign => GuessDelay(sign, events)).OfType<double>()],
        };
    }

    /// <summary>The sum of scores.</summary>
    public static StreamScore Sum(IReadOnlyCollection<StreamScore> scores) => new()
    {
        Signs = scores.Sum(score => score.Signs),
        Right = scores.Sum(score => score.Right),
        Wrong = scores.Sum(score => score.Wrong),
        Unsure = scores.Sum(score => score.Unsure),
        Extra = scores.Sum(score => score.Extra),
        False = scores.Sum(score => score.False),
        IdleMinutes = scores.Sum(score => score.IdleMinutes),
        Latencies = [.. scores.SelectMany(score => score.Latencies)],
        GuessDelays = [.. scores.SelectMany(score => score.GuessDelays)],
    };

    private static double? GuessDelay(StreamSign sign, IReadOnlyList<LiveEvent> events) => events.OfType<Guess>()
        .FirstOrDefault(guess => guess.Time >= sign.Start && guess.Time <= sign.End && guess.Gloss == sign.Gloss) is { } first
            ? (first.Time - sign.Start).TotalSeconds
            : null;

    /// <returns>The sign that shares the most time with the interval; null if none does.</returns>
    private static StreamSign? SignAt(IReadOnlyList<StreamSign> signs, TimeSpan start, TimeSpan end) => signs
        .Select(sign => (Sign: sign, Shared: Min(sign.End, end) - Max(sign.Start, start)))
        .Where(pair => pair.Shared > TimeSpan.Zero)
        .OrderByDescending(pair => pair.Shared)
        .FirstOrDefault().Sign;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
