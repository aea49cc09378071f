using System.Globalization;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>How long a clip's header says that its picture is, to be compared with what could be decoded.</summary>
/// <param name="End">From the container's time zero, or from the picture's beginning: the more lenient one counts.</param>
/// <param name="Start">Of the first stream, in the container's time: ffmpeg counts frames' times from it.</param>
/// <param name="Frames">Null where the header does not say.</param>
internal sealed record DeclaredLength(TimeSpan End, TimeSpan Start, int? Frames)
{
    /// <summary>Frames that may be missing at the end: decoders of old codecs keep one back, and headers round.</summary>
    private const double SpareFrames = 2.5;

    /// <summary>A last frame may be shown as long as others were, and a little longer.</summary>
    private const double SpareGaps = 1.5;

    // In other containers ffmpeg measures or guesses the length from what is there.
    private static readonly string[] Containers = ["mov", "matroska", "avi", "flv", "asf"];

    /// <returns>Null where nothing is declared, or not for the picture alone.</returns>
    public static DeclaredLength? Find(ProbeAnswer probe, ProbedStream stream)
    {
        if (probe.Format is not { FormatName: { } name } format || !Containers.Any(container => name.StartsWith(container, StringComparison.Ordinal)))
        {
            return null;
        }

        // Sound may outlast the picture: a length of the whole file tells something only where the picture is alone.
        TimeSpan? own = ProbeAnswer.Length(stream.Duration) ?? (TimeSpan.TryParse(Ticks(stream.Tags?.Duration), CultureInfo.InvariantCulture, out TimeSpan tag) ? tag : null);
        TimeSpan? end = own ?? (format.NbStreams == 1 ? ProbeAnswer.Length(format.Duration) : null);
        return end is { } known ? new DeclaredLength(known, ProbeAnswer.Time(format.StartTime), stream.NbFrames) : null;
    }

    /// <returns>What is wrong with what was decoded; null where nothing is.</returns>
    public string? ProblemOf(FrameClock clock, int frames)
    {
        TimeSpan spare = TimeSpan.FromTicks((long)Math.Max(SpareFrames * clock.FrameTime.Ticks, SpareGaps * clock.MaxStep.Ticks));
        TimeSpan decoded = clock.Last + clock.FrameTime;
        TimeSpan begin = Start + clock.Start > TimeSpan.Zero ? Start + clock.Start : TimeSpan.Zero;
        bool isShort = begin + decoded + spare < End && !(frames >= Frames);
        return isShort ? string.Create(CultureInfo.InvariantCulture, $"{decoded.TotalSeconds:0.##} s of the {End.TotalSeconds:0.##} s in its header could be decoded") : null;
    }

    /// <summary>.NET reads seven decimals of a second, Matroska's writers give nine.</summary>
    private static string? Ticks(string? text) => text?.Length > 16 ? text[..16] : text;
}
