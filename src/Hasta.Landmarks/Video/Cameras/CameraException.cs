namespace Hasta.Landmarks.Video.Cameras;

/// <summary>A camera is missing or busy, access to it is denied, or it stopped; the message names the camera and the remedy.</summary>
public sealed class CameraException : HastaException
{
    public CameraException(string device, string problem, string remedy, Exception? inner = null)
        : base($"{device}: {problem} {remedy}", inner)
    {
    }
}
