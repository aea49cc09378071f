namespace Hasta.Landmarks.Video.Cameras;

/// <summary>A frame in a buffer of its own, on its way from the camera to the consumer.</summary>
internal readonly record struct CameraPicture(TimeSpan Time, FrameStamp Stamp, byte[] Rgb)
{
    public VideoFrame ToFrame() => new(Time, Stamp.Width, Stamp.Height, Rgb);
}
