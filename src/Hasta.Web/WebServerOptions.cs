using Hasta.Recognition.Live;
using Hasta.Web.Access;

namespace Hasta.Web;

/// <summary>What <see cref="WebServer"/> serves, and to whom.</summary>
public sealed record WebServerOptions
{
    /// <summary>The TCP port; 0 for any that is free.</summary>
    public int Port { get; init; } = 8765;

    /// <summary>Who may connect.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>The confidence 0..1 below which an answer is unsure, unless a stream asks for another.</summary>
    public double MinConfidence { get; init; } = new LiveRecognizerOptions().MinConfidence!.Value;

    /// <summary>The name of the model, for people.</summary>
    public string Model { get; init; } = "isl-words";

    /// <summary>The size of the largest clip that is received, in bytes.</summary>
    public long MaxClipBytes { get; init; } = 64 << 20;

    /// <summary>The longest time for receiving and recognizing a clip, once its turn has come.</summary>
    public TimeSpan ClipTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The most live streams of one address.</summary>
    public int MaxStreamsPerAddress { get; init; } = 8;

    /// <summary>The most live streams of all addresses.</summary>
    public int MaxStreams { get; init; } = 200;

    /// <summary>How long a live stream may be open before its first message.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether signs may be taught and removed; there must be a library too.</summary>
    public bool CanTeach { get; init; } = true;

    /// <summary>The folder of the page; null for wwwroot beside the program.</summary>
    public string? Page { get; init; }
}
