using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Hasta.Landmarks.Video;

/// <summary>Parses the lines that ffmpeg's showinfo filter writes to stderr: one per frame, in the order of the frames.</summary>
/// <param name="filter">
/// The filter's name in the log. ffmpeg prints file names and metadata unescaped; an unguessable name keeps them from imitating the
/// filter's lines. Null accepts any unnamed showinfo filter.
/// </param>
internal sealed partial class FrameStamps(string? filter = null)
{
    private readonly string start = filter is null ? "[Parsed_showinfo_" : $"[{filter} @ ";

    private readonly Channel<FrameStamp> stamps =
        Channel.CreateUnbounded<FrameStamp>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    /// <summary>Returns true if the line is showinfo's line for a frame.</summary>
    public bool Process(string line)
    {
        Match match = line.StartsWith(start, StringComparison.Ordinal) ? FrameLine().Match(line) : Match.Empty;
        return match.Success
            && stamps.Writer.TryWrite(new FrameStamp(Time(match.Groups[1].ValueSpan), Pixels(match.Groups[2]), Pixels(match.Groups[3])));
    }

    public Task<FrameStamp> NextAsync(CancellationToken cancellationToken) => stamps.Reader.ReadAsync(cancellationToken).AsTask();

    private static TimeSpan? Time(ReadOnlySpan<char> microseconds) =>
        long.TryParse(microseconds, CultureInfo.InvariantCulture, out long value) && Math.Abs((double)value) < 1e16
            ? TimeSpan.FromMicroseconds(value)
            : null;

    private static int Pixels(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[\w+(?:@\w+)? @ [0-9a-fA-Fx]+\] \[info\] n: *\d+ pts: *(NOPTS|-?\d+) .* s:(\d{1,6})x(\d{1,6}) ")]
    private static partial Regex FrameLine();
}
