namespace Hasta.Landmarks.Video.Cameras;

/// <summary>A camera is missing, busy or forbidden, or it stopped; the message names it and the remedy.</summary>
public sealed class CameraException : HastaException
{
    public CameraException(string device, string problem, string remedy, Exception? inner = null)
        : base($"{device}: {problem} {remedy}", inner)
    {
    }
}
