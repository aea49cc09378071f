namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Size of the network that finds a hand's points; the full one is MediaPipe's choice for holistic landmarks.</summary>
internal enum HandModel
{
    /// <summary>Half the time, less exact.</summary>
    Lite,
    Full,
}
