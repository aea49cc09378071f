using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Hasta.Video;

/// <summary>The time stamps that ffmpeg's showinfo filter writes to stderr, one a frame, in the frames' order.</summary>
internal sealed partial class FrameStamps
{
    private readonly Channel<TimeSpan?> stamps =
        Channel.CreateUnbounded<TimeSpan?>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    /// <summary>True where the line was showinfo's line of a frame.</summary>
    public bool Hear(string line)
    {
        Match match = FrameLine().Match(line);
        return match.Success && stamps.Writer.TryWrite(Stamp(match.Groups[1].ValueSpan));
    }

    /// <summary>The next frame's stamp; null where the stream has none.</summary>
    public Task<TimeSpan?> NextAsync(CancellationToken cancellation) => stamps.Reader.ReadAsync(cancellation).AsTask();

    private static TimeSpan? Stamp(ReadOnlySpan<char> microseconds) =>
        long.TryParse(microseconds, CultureInfo.InvariantCulture, out long value) && Math.Abs((double)value) < 1e16
            ? TimeSpan.FromMicroseconds(value)
            : null;

    [GeneratedRegex(@"^\[Parsed_showinfo_\d+ @ [0-9a-fA-Fx]+\] \[info\] n: *\d+ pts: *(NOPTS|-?\d+) ")]
    private static partial Regex FrameLine();
}
