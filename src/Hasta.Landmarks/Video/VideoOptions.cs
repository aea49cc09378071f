using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video;

/// <summary>How a clip is decoded.</summary>
public sealed record VideoOptions
{
    /// <summary>Decoder threads, 1 or more. Use 1 if many clips are decoded in parallel.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The time without a frame after which the decoder is killed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Keeps what can be decoded of a damaged clip; otherwise the first damage is an error. A clip without a frame is always an error.
    /// </summary>
    public bool KeepDamaged { get; init; }

    /// <summary>
    /// The maximum frame height in pixels; taller frames are scaled down, which is faster to process. Null keeps the size of every frame.
    /// <see cref="VideoInfo"/> still has the clip's own size.
    /// </summary>
    public int? MaxHeight { get; init; }

    /// <summary>The programs to use; null finds them with <see cref="Ffmpeg.Find()"/>.</summary>
    public Ffmpeg? Ffmpeg { get; init; }

    /// <summary>Width and height of a clip's frames, in pixels.</summary>
    public (int Width, int Height) FrameSizeOf(VideoInfo info) => MaxHeight is { } height && height < info.Height
        ? (Math.Max(1, (int)Math.Round((double)info.Width * height / info.Height)), height)
        : (info.Width, info.Height);

    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread or pixel.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHeight ?? 1, 1, nameof(MaxHeight));
    }
}
