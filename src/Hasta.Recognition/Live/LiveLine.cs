using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition.Live;

/// <summary>
/// A <see cref="LiveEvent"/> as JSON, for <c>hasta live --json</c> and web pages. <c>event</c>: signing, guess, recognized, unsure, misfire
/// or rest; <c>time</c>, <c>start</c> and <c>end</c>: seconds on the clock of the frames' time stamps; <c>candidates</c>: up to five, most
/// likely first.
/// </summary>
internal sealed record LiveLine(string Event, double Time)
{
    public double? Start { get; init; }

    public double? End { get; init; }

    public string? Gloss { get; init; }

    public string? Display => Gloss is null ? null : GlossInfo.DisplayOf(Gloss);

    public string? Hindi => Gloss is null ? null : GlossInfo.Find(Gloss)?.Hindi;

    /// <summary>Where the recognizer has a recognized gloss from.</summary>
    public SignKind? Kind { get; init; }

    /// <summary>0..1.</summary>
    public double? Confidence { get; init; }

    public IReadOnlyList<Candidate>? Candidates { get; init; }

    public IReadOnlyList<string>? Similar { get; init; }

    public string? Reason { get; init; }

    public UnsureKind? ReasonCode { get; init; }

    public static LiveLine From(LiveEvent happened) => happened switch
    {
        Signing signing => new("signing", Seconds(signing.Time)) { Start = Seconds(signing.Start) },
        Guess guess => new("guess", Seconds(guess.Time)) { Gloss = guess.Gloss, Confidence = guess.Confidence },
        Recognized word => From("recognized", word, (word.Start, word.End), word.Result) with
        {
            Gloss = word.Result.Gloss,
            Kind = word.Result.Kind,
        },
        Unsure unsure => From("unsure", unsure, (unsure.Start, unsure.End), unsure.Result) with
        {
            Reason = unsure.Result.Reason?.Text,
            ReasonCode = unsure.Result.Reason?.Kind,
        },
        Misfire misfire => new("misfire", Seconds(misfire.Time)) { Start = Seconds(misfire.Start), End = Seconds(misfire.End) },
        _ => new("rest", Seconds(happened.Time)),
    };

    private static LiveLine From(string name, LiveEvent happened, (TimeSpan Start, TimeSpan End) sign, SignResult result) =>
        new(name, Seconds(happened.Time))
        {
            Start = Seconds(sign.Start),
            End = Seconds(sign.End),
            Confidence = result.Confidence,
            Candidates = result.Candidates,
            Similar = result.Similar,
        };

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
