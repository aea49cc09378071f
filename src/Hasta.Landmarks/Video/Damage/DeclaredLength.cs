using System.Globalization;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>The length of the video stream according to the header, to compare with what could be decoded.</summary>
/// <param name="End">From the container's time zero or from the start of the video stream, whichever is more lenient.</param>
/// <param name="Start">Start of the first stream in container time; ffmpeg's frame times are relative to it.</param>
/// <param name="Frames">Null if the header does not state it.</param>
internal sealed record DeclaredLength(TimeSpan End, TimeSpan Start, int? Frames)
{
    /// <summary>Frames that may be missing at the end: decoders of old codecs delay one, and headers round.</summary>
    private const double ToleranceFrames = 2.5;

    /// <summary>Multiple of the longest frame interval that the last frame may be shown for.</summary>
    private const double ToleranceSteps = 1.5;

    // For other containers ffmpeg measures or estimates the length from the file itself.
    private static readonly string[] Containers = ["mov", "matroska", "avi", "flv", "asf"];

    /// <returns>Null if no length is declared, or none for the video stream alone.</returns>
    public static DeclaredLength? Find(ProbeOutput probe, ProbedStream stream)
    {
        if (probe.Format is not { FormatName: { } name } format
            || !Containers.Any(container => name.StartsWith(container, StringComparison.Ordinal)))
        {
            return null;
        }

        // Audio may be longer than video: the length of the whole file counts only if video is the only stream.
        TimeSpan? own = ProbeOutput.Length(stream.Duration)
            ?? (TimeSpan.TryParse(SevenDecimals(stream.Tags?.Duration), CultureInfo.InvariantCulture, out TimeSpan tag) ? tag : null);
        TimeSpan? end = own ?? (format.NbStreams == 1 ? ProbeOutput.Length(format.Duration) : null);
        return end is { } known ? new DeclaredLength(known, ProbeOutput.Time(format.StartTime), stream.NbFrames) : null;
    }

    /// <returns>The problem with what was decoded; null if there is none.</returns>
    public string? ProblemOf(FrameClock clock, int frames)
    {
        var tolerance = TimeSpan.FromTicks(
            (long)Math.Max(ToleranceFrames * clock.FrameTime.Ticks, ToleranceSteps * clock.MaxStep.Ticks));
        TimeSpan decoded = clock.Last + clock.FrameTime;
        TimeSpan begin = Start + clock.Start > TimeSpan.Zero ? Start + clock.Start : TimeSpan.Zero;
        bool isShort = begin + decoded + tolerance < End && !(frames >= Frames);
        return isShort
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{decoded.TotalSeconds:0.##} s of the {End.TotalSeconds:0.##} s in its header could be decoded")
            : null;
    }

    /// <summary>.NET parses seven decimals of a second; Matroska muxers write nine.</summary>
    private static string? SevenDecimals(string? text) => text?.Length > 16 ? text[..16] : text;
}
