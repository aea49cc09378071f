namespace Hasta.Landmarks.Tracking;

/// <summary>MediaPipe's palm detectors, from fastest to surest.</summary>
public enum PalmModel
{
    Lite,
    Full,
}
