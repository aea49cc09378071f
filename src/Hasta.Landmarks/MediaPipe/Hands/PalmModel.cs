namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>MediaPipe's palm detectors, from fastest to most accurate.</summary>
internal enum PalmModel
{
    Lite,
    Full,
}
