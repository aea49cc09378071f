using Hasta.Landmarks.Video.Damage;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks.Video;

/// <summary>What a clip's header says about its picture stream.</summary>
public sealed record VideoInfo
{
    /// <summary>Pixels per side that a clip may have at most.</summary>
    public const int MaxSide = 8192;

    /// <summary>Full path of the clip.</summary>
    public required string Path { get; init; }

    /// <summary>Pixels, upright and square: after the stream's rotation, and stretched where the stream's own pixels are not square.</summary>
    public required int Width { get; init; }

    /// <summary>See <see cref="Width"/>.</summary>
    public required int Height { get; init; }

    /// <summary>Average frames per second; the frames' own <see cref="VideoFrame.Time"/> is exact also where the rate varies.</summary>
    public required FrameRate Rate { get; init; }

    /// <summary>Null where the container does not say, as in a recording that was streamed.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>ffmpeg's name, such as <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>The average rate differs from the base rate. Some containers (WebM) do not tell: false does not prove a constant rate.</summary>
    public required bool VariableFrameRate { get; init; }

    /// <summary>Degrees clockwise by which ffmpeg turns the stored picture: 0, 90, 180 or 270 but for odd phones.</summary>
    public required int RotationDegrees { get; init; }

    /// <summary>The picture stream's number in the file, from 0: see <see cref="Treatment"/> where there are several.</summary>
    public int Stream { get; init; }

    /// <summary>
    /// What is done to the picture before it is looked at, such as <c>stream 2 of 2, deinterlaced (tff), tone-mapped (smpte2084)</c>; null for an
    /// ordinary clip. Landmarks of another treatment may be others.
    /// </summary>
    public string? Treatment => Steps.Description;

    /// <summary>What ought to be done to the picture and cannot be by this ffmpeg, as sentences.</summary>
    public IReadOnlyList<string> Warnings => Steps.Warnings;

    internal PictureSteps Steps { get; init; } = new();

    /// <summary>ffmpeg's name of the container.</summary>
    internal string Format { get; init; } = "";

    /// <summary>What the header says of the picture's end; null where it says nothing, or what it says was only measured.</summary>
    internal DeclaredLength? DeclaredEnd { get; init; }

    /// <summary>Average frames per second, as a number.</summary>
    public double Fps => Rate.Fps;

    /// <summary>The decoder that read this, as its own version text.</summary>
    public required string FfmpegVersion { get; init; }

    /// <exception cref="BadFileException">The file is missing, empty, no video, or has a size or rate out of bounds.</exception>
    /// <exception cref="MissingFfmpegException">ffprobe is not installed.</exception>
    public static Task<VideoInfo> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAsync(path, Ffmpeg.Find(), cancellationToken);

    /// <inheritdoc cref="ReadAsync(string, CancellationToken)"/>
    public static Task<VideoInfo> ReadAsync(string path, Ffmpeg ffmpeg, CancellationToken cancellationToken = default) =>
        VideoProbe.ReadAsync(System.IO.Path.GetFullPath(path), ffmpeg, cancellationToken);

    /// <exception cref="BadFileException">The file ends before its container does.</exception>
    internal void RefuseCut()
    {
        if (ContainerEnd.ProblemOf(Path, Format) is { } problem)
        {
            throw new BadFileException(Path, $"the clip is damaged: {problem}.", "Copy or record it again.");
        }
    }
}
