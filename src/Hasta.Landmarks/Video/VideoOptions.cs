using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video;

/// <summary>How a clip is decoded.</summary>
public sealed record VideoOptions
{
    /// <summary>Decoder threads, 1 or more: 1 where many clips are decoded side by side.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>A decoder that gives no frame for so long is killed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Keeps what can be decoded of a damaged clip; otherwise the first damage is an error. No frame at all is always one.</summary>
    public bool KeepDamaged { get; init; }

    /// <summary>
    /// Frames of higher clips are scaled down to so many pixels, which is quicker to look at; null leaves every frame as it is. The clip's own
    /// size is still that of <see cref="VideoInfo"/>.
    /// </summary>
    public int? MaxHeight { get; init; }

    /// <summary>The programs to run; null finds them with <see cref="Ffmpeg.Find()"/>.</summary>
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
