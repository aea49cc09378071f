namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Size of the network that finds a hand's points; the full one is MediaPipe's choice for holistic landmarks.</summary>
internal enum HandModel
{
    /// <summary>Takes half the time, but is less accurate.</summary>
    Lite,
    Full,
}
