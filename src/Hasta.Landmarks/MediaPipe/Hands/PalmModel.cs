namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>MediaPipe's palm detectors, from fastest to surest.</summary>
public enum PalmModel
{
    Lite,
    Full,
}
