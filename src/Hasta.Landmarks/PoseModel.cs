namespace Hasta.Landmarks;

/// <summary>MediaPipe's pose networks: the heavier, the steadier and the slower.</summary>
public enum PoseModel
{
    Lite,
    Full,
    Heavy,
}
