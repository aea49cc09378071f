using System.Text.RegularExpressions;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>Finds in ffmpeg's log the lines that mean a damaged clip. Its exit code alone does not tell: many a cut file ends with 0.</summary>
/// <param name="path">The clip's. ffmpeg prints it as it is: line breaks in it make lines that are none of ffmpeg's.</param>
/// <param name="format">ffmpeg's name of the clip's container, which is what the lines of its reader begin with.</param>
internal sealed partial class DamageSigns(string path, string format)
{
    // The picture is as it should be: bookkeeping of frames that are no longer needed, metadata, chapters.
    private static readonly string[] Harmless =
        ["mmco: unref short failure", "co located POCs unavailable", "unable to decode APP fields", "Referenced QT chapter track not found", "SEI type "];

    // A clip that was cut out of a longer one begins between key frames: what refers to frames before it is not shown.
    private static readonly string[] HarmlessAtFirst =
        ["Could not find ref with POC", "reference picture missing", "Missing reference picture", "number of reference frames", "Not all references are available"];

    // What is written to our pipe, and the stages before it: an uneven clip makes the raw stream's writer complain.
    private static readonly string[] OutputSide = ["rawvideo", "out#", "vost#", "sws", "fc#", "Parsed_", "auto_scale", "showinfo@"];

    private readonly string[] nameLines = [.. path.Split(['\r', '\n']).Skip(1)];
    private bool opened;
    private bool begun;
    private volatile bool any;

    /// <summary>Whether a line meant damage.</summary>
    public bool Any => any;

    /// <summary>Says that the first frame has come.</summary>
    public void Begin() => begun = true;

    /// <summary>Takes one line of a <c>level+</c> log.</summary>
    public void Hear(string line)
    {
        opened |= line.StartsWith("[info] Input #0, ", StringComparison.Ordinal);
        Match match = LogLine().Match(line);
        if (match.Success && !any && !nameLines.Any(part => line == part || line == part + "':"))
        {
            string[] sources = [.. match.Groups["source"].Captures.Select(source => source.Value)];
            any = IsDamage(sources, match.Groups["level"].Value, match.Groups["text"].Value);
        }
    }

    private bool IsDamage(string[] sources, string level, string text)
    {
        // Until the file is open, decoders only try out where they could begin, those of the sound too.
        if (sources.Any(source => OutputSide.Any(start => source.StartsWith(start, StringComparison.Ordinal))) || (!opened && !sources.Contains(format)))
        {
            return false;
        }

        return level == "warning" ? text.StartsWith("Packet corrupt", StringComparison.Ordinal) : !IsIn(text, Harmless) && (begun || !IsIn(text, HarmlessAtFirst));
    }

    private static bool IsIn(string text, string[] phrases) => phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?:\[(?<source>[^\]]*?)(?: @ [^\] ]*)?\] )*\[(?<level>error|fatal|warning)\] (?<text>.*)$")]
    private static partial Regex LogLine();
}
