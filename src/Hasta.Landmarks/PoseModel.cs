namespace Hasta.Landmarks;

/// <summary>MediaPipe's pose networks: heavier ones are more stable and slower.</summary>
public enum PoseModel
{
    Lite,
    Full,
    Heavy,
}
