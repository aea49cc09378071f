namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>MediaPipe's palm detectors, from fastest to surest.</summary>
internal enum PalmModel
{
    Lite,
    Full,
}
