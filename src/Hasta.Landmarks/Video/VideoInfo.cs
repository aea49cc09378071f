using Hasta.Landmarks.Video.Damage;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks.Video;

/// <summary>What a clip's header states about its video stream.</summary>
public sealed record VideoInfo
{
    /// <summary>The maximum pixels per side of a clip.</summary>
    public const int MaxSide = 8192;

    /// <summary>Full path of the clip.</summary>
    public required string Path { get; init; }

    /// <summary>Pixels, after the stream's rotation; stretched if the stream's pixels are not square.</summary>
    public required int Width { get; init; }

    /// <summary>See <see cref="Width"/>.</summary>
    public required int Height { get; init; }

    /// <summary>Average frames per second; <see cref="VideoFrame.Time"/> is exact even if the rate varies.</summary>
    public required FrameRate Rate { get; init; }

    /// <summary>Null if the container does not state it, as in a streamed recording.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>ffmpeg's name for the codec, such as <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>
    /// Whether the average rate differs from the base rate. Some containers (WebM) do not state both: false does not prove a constant rate.
    /// </summary>
    public required bool VariableFrameRate { get; init; }

    /// <summary>Degrees clockwise by which ffmpeg rotates the stored frames: 0, 90, 180 or 270, except for a few phones.</summary>
    public required int RotationDegrees { get; init; }

    /// <summary>The video stream's index in the file, from 0; see <see cref="Treatment"/> if there are several.</summary>
    public int Stream { get; init; }

    /// <summary>
    /// The steps applied to frames before processing, such as <c>stream 2 of 2, deinterlaced (tff), tone-mapped (smpte2084)</c>; null for
    /// an ordinary clip. Another treatment may produce other landmarks.
    /// </summary>
    public string? Treatment => Steps.Description;

    /// <summary>Steps that the frames need but this ffmpeg cannot apply, as sentences.</summary>
    public IReadOnlyList<string> Warnings => Steps.Warnings;

    internal FrameFilters Steps { get; init; } = new();

    /// <summary>ffmpeg's name for the container.</summary>
    internal string Format { get; init; } = "";

    /// <summary>The length of the video that the header declares; null if it declares none or the value is only measured.</summary>
    internal DeclaredLength? DeclaredEnd { get; init; }

    /// <summary>Average frames per second, as a number.</summary>
    public double Fps => Rate.Fps;

    /// <summary>The version of the ffmpeg that read this, as it prints it.</summary>
    public required string FfmpegVersion { get; init; }

    /// <exception cref="BadFileException">The file is missing, empty or not a video, or has a size or rate out of range.</exception>
    /// <exception cref="MissingFfmpegException">ffprobe is not installed.</exception>
    public static Task<VideoInfo> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAsync(path, Ffmpeg.Find(), cancellationToken);

    /// <inheritdoc cref="ReadAsync(string, CancellationToken)"/>
    public static Task<VideoInfo> ReadAsync(string path, Ffmpeg ffmpeg, CancellationToken cancellationToken = default) =>
        VideoProbe.ReadAsync(System.IO.Path.GetFullPath(path), ffmpeg, cancellationToken);

    /// <exception cref="BadFileException">The file ends before its container does.</exception>
    internal void ThrowIfTruncated()
    {
        if (ContainerEnd.ProblemOf(Path, Format) is { } problem)
        {
            throw new BadFileException(Path, $"the clip is damaged: {problem}.", "Copy or record it again.");
        }
    }
}
