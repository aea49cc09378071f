namespace Hasta.Landmarks.Video.Cameras;

/// <summary>A frame in its own buffer, passed from the camera to the consumer.</summary>
internal readonly record struct CapturedFrame(TimeSpan Time, FrameStamp Stamp, byte[] Rgb)
{
    public VideoFrame ToFrame() => new(Time, Stamp.Width, Stamp.Height, Rgb);
}
