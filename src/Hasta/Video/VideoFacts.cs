namespace Hasta.Video;

/// <summary>What a clip's header says about its first picture stream.</summary>
public sealed record VideoFacts
{
    /// <summary>Pixels a side that a clip may have at most.</summary>
    public const int MaxSide = 8192;

    /// <summary>Full path of the clip.</summary>
    public required string Path { get; init; }

    /// <summary>Pixels, upright and square: after the stream's rotation, and stretched where the stream's own pixels are not square.</summary>
    public required int Width { get; init; }

    /// <summary>See <see cref="Width"/>.</summary>
    public required int Height { get; init; }

    /// <summary>Average frames a second; the frames' own <see cref="VideoFrame.Time"/> is exact also where the rate varies.</summary>
    public required FrameRate Rate { get; init; }

    /// <summary>Null where the container does not say, as in a recording that was streamed.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>ffmpeg's name, such as <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>The average rate differs from the base rate. Some containers (WebM) do not tell: false does not prove a constant rate.</summary>
    public required bool VariableFrameRate { get; init; }

    /// <summary>Degrees clockwise by which ffmpeg turns the stored picture: 0, 90, 180 or 270 but for odd phones.</summary>
    public required int RotationDegrees { get; init; }

    /// <summary>Average frames a second, as a number.</summary>
    public double Fps => Rate.Fps;

    /// <summary>The decoder that read this, as its own version text.</summary>
    public required string FfmpegVersion { get; init; }

    /// <exception cref="BadFileException">The file is missing, empty, no video, or has a size or rate out of bounds.</exception>
    /// <exception cref="MissingFfmpegException">ffprobe is not installed.</exception>
    public static Task<VideoFacts> ReadAsync(string path, CancellationToken cancellation = default) =>
        ReadAsync(path, Ffmpeg.Find(), cancellation);

    /// <inheritdoc cref="ReadAsync(string, CancellationToken)"/>
    public static Task<VideoFacts> ReadAsync(string path, Ffmpeg ffmpeg, CancellationToken cancellation = default) =>
        VideoProbe.ReadAsync(System.IO.Path.GetFullPath(path), ffmpeg, cancellation);
}
