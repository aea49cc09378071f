using System.Globalization;
using System.Text.Json;
using Hasta.Landmarks.Video.Damage;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks.Video;

/// <summary>Reads one clip's header with ffprobe and rejects values out of range.</summary>
internal static class VideoProbe
{
    private const int MaxAnswerBytes = 256 << 10;
    private const double SquareTolerance = 0.01;
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);

    public static async Task<VideoInfo> ReadAsync(string path, Ffmpeg ffmpeg, CancellationToken cancellationToken)
    {
        LocalInput.Check(path);
        var errors = new ErrorTail();
        await using ChildProcess child = ChildProcess.StartLimited(
            ffmpeg.Probe, [.. ProbeOutput.Arguments, .. LocalInput.Arguments(path)], errors.Append);
        try
        {
            string answer = await child.ReadTextAsync(IdleTimeout, MaxAnswerBytes, cancellationToken);
            int code = await child.ExitAsync(IdleTimeout, cancellationToken);
            return code == 0
                ? await ParseAsync(path, answer, errors, ffmpeg)
                : throw Bad(path, $"not a video that can be opened ({errors.Summarize(path)}).");
        }
        catch (TimeoutException error)
        {
            throw new BadFileException(path, $"ffprobe was stopped: {error.Message}.", "Convert it to mp4.", error);
        }
    }

    private static async Task<VideoInfo> ParseAsync(string path, string answer, ErrorTail errors, Ffmpeg ffmpeg)
    {
        ProbeOutput probe = Deserialize(path, answer);
        if (VideoStreams.Choose(probe.Streams ?? [], probe.Frames ?? []) is not { } stream)
        {
            throw Bad(path, "it has no video stream.");
        }

        if (stream.Width == 0 || stream.Height == 0)
        {
            throw Bad(path, $"no frame could be decoded (its size is unknown: {errors.Summarize(path)}).");
        }

        double width = SquareWidth(stream);
        if (width is < 1 or > VideoInfo.MaxSide || stream.Height is < 1 or > VideoInfo.MaxSide)
        {
            string size = string.Create(CultureInfo.InvariantCulture, $"{width:0}x{stream.Height}");
            throw Bad(path, $"{size} is not a size between 1 and {VideoInfo.MaxSide} pixels per side.");
        }

        FrameFilters steps = await FrameFilters.OfAsync(probe, stream, Clockwise(stream) != 0, ffmpeg);
        return Describe(path, probe, stream with { Width = (int)width }) with { Steps = steps };
    }

    // Encoders round the ratio: close to 1 means square pixels.
    private static double SquareWidth(ProbedStream stream) =>
        stream.SampleAspectRatio?.Split(':') is [var horizontal, var vertical]
        && int.TryParse(horizontal, NumberStyles.None, CultureInfo.InvariantCulture, out int x)
        && int.TryParse(vertical, NumberStyles.None, CultureInfo.InvariantCulture, out int y)
        && x > 0 && y > 0 && Math.Abs(((double)x / y) - 1) > SquareTolerance
            ? Math.Round((double)stream.Width * x / y)
            : stream.Width;

    private static VideoInfo Describe(string path, ProbeOutput probe, ProbedStream stream)
    {
        FrameRate? average = FrameRate.Parse(stream.AvgFrameRate);
        FrameRate? nominal = FrameRate.Parse(stream.RFrameRate);
        int rotation = Clockwise(stream);
        bool isSideways = rotation % 180 == 90;
        return new VideoInfo
        {
            Path = path,
            Width = isSideways ? stream.Height : stream.Width,
            Height = isSideways ? stream.Width : stream.Height,
            Rate = average ?? nominal ?? throw Bad(path, "its frame rate is unknown."),
            Duration = ProbeOutput.Length(stream.Duration) ?? ProbeOutput.Length(probe.Format?.Duration),
            Stream = stream.Index,
            Format = probe.Format?.FormatName ?? "",
            DeclaredEnd = DeclaredLength.Find(probe, stream),
            Codec = stream.CodecName ?? "unknown",
            VariableFrameRate = average is { } a && nominal is { } n && Math.Abs((a.Fps / n.Fps) - 1) > 0.01,
            RotationDegrees = rotation,
            FfmpegVersion = probe.ProgramVersion?.Version ?? "",
        };
    }

    // ffprobe's display matrix is counter-clockwise, the older tag clockwise.
    private static int Clockwise(ProbedStream stream)
    {
        double? matrix = stream.SideDataList?.Select(data => data.Rotation).FirstOrDefault(rotation => rotation is not null);
        double degrees = -matrix ?? (double.TryParse(stream.Tags?.Rotate, CultureInfo.InvariantCulture, out double tag) ? tag : 0);
        return double.IsFinite(degrees) ? (int)(((Math.Round(degrees) % 360) + 360) % 360) : 0;
    }

    private static ProbeOutput Deserialize(string path, string answer)
    {
        try
        {
            return ProbeOutput.Parse(answer);
        }
        catch (JsonException error)
        {
            throw new BadFileException(path, $"ffprobe's output cannot be parsed ({error.Message}).", "Convert it to mp4.", error);
        }
    }

    private static BadFileException Bad(string path, string problem) =>
        new(path, problem, "Copy or record it again, or convert it to mp4.");
}
