namespace Hasta.Video;

/// <summary>How a clip is decoded.</summary>
public sealed record VideoOptions
{
    /// <summary>Decoder threads, 1 or more: 1 where many clips are decoded side by side.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>A decoder that gives no frame for so long is killed.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Keeps what can be decoded of a damaged clip; otherwise the first damage is an error. No frame at all is always one.</summary>
    public bool KeepDamaged { get; init; }

    /// <summary>The programs to run; null finds them with <see cref="Ffmpeg.Find()"/>.</summary>
    public Ffmpeg? Ffmpeg { get; init; }
}
