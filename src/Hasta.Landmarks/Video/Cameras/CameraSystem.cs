namespace Hasta.Landmarks.Video.Cameras;

/// <summary>ffmpeg's way to cameras.</summary>
public enum CameraSystem
{
    /// <summary>Linux.</summary>
    V4l2,

    /// <summary>macOS.</summary>
    AvFoundation,

    /// <summary>Windows.</summary>
    DirectShow,

    /// <summary>A picture source of ffmpeg's own in real time, such as <c>testsrc2=s=640x480:r=30</c>: to try things without a camera.</summary>
    TestSource,
}
