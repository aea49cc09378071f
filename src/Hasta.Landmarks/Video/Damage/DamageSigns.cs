using System.Text.RegularExpressions;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>
/// Finds the lines of ffmpeg's log that mean a damaged clip. The exit code is not enough: for many truncated files it is 0.
/// </summary>
/// <param name="path">The clip's path. ffmpeg prints it unescaped, so line breaks in it create lines that are not ffmpeg's.</param>
/// <param name="format">ffmpeg's name for the clip's container; log lines of its demuxer begin with it.</param>
internal sealed partial class DamageSigns(string path, string format)
{
    // These do not affect the frames: bookkeeping of frames that are no longer needed, metadata, chapters.
    private static readonly string[] Harmless =
    [
        "mmco: unref short failure", "co located POCs unavailable", "unable to decode APP fields", "Referenced QT chapter track not found",
        "SEI type ",
    ];

    // A clip cut out of a longer one may begin between key frames; frames that refer to missing earlier frames are not shown.
    private static readonly string[] HarmlessAtFirst =
    [
        "Could not find ref with POC", "reference picture missing", "Missing reference picture", "number of reference frames",
        "Not all references are available",
    ];

    // The output to our pipe and the stages before it: at a variable frame rate the raw stream's muxer logs errors.
    private static readonly string[] OutputSide = ["rawvideo", "out#", "vost#", "sws", "fc#", "Parsed_", "auto_scale", "showinfo@"];

    private readonly string[] pathLines = [.. path.Split(['\r', '\n']).Skip(1)];
    private bool opened;
    private bool hasFrames;
    private volatile bool any;

    /// <summary>Whether any line meant damage.</summary>
    public bool Any => any;

    /// <summary>Marks that the first frame has arrived.</summary>
    public void MarkFirstFrame() => hasFrames = true;

    /// <summary>Processes one line of a <c>level+</c> log.</summary>
    public void Process(string line)
    {
        opened |= line.StartsWith("[info] Input #0, ", StringComparison.Ordinal);
        Match match = LogLine().Match(line);
        if (match.Success && !any && !pathLines.Any(segment => line == segment || line == segment + "':"))
        {
            string[] sources = [.. match.Groups["source"].Captures.Select(source => source.Value)];
            any = IsDamage(sources, match.Groups["level"].Value, match.Groups["text"].Value);
        }
    }

    private bool IsDamage(string[] sources, string level, string text)
    {
        // Until the file is open, decoders (audio too) only probe where they could begin.
        if (sources.Any(source => OutputSide.Any(start => source.StartsWith(start, StringComparison.Ordinal)))
            || (!opened && !sources.Contains(format)))
        {
            return false;
        }

        return level == "warning"
            ? text.StartsWith("Packet corrupt", StringComparison.Ordinal)
            : !IsIn(text, Harmless) && (hasFrames || !IsIn(text, HarmlessAtFirst));
    }

    private static bool IsIn(string text, string[] phrases) =>
        phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?:\[(?<source>[^\]]*?)(?: @ [^\] ]*)?\] )*\[(?<level>error|fatal|warning)\] (?<text>.*)$")]
    private static partial Regex LogLine();
}
