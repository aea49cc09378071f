namespace Hasta.Landmarks.Video.Cameras;

/// <summary>The ffmpeg input device that reads cameras.</summary>
public enum CameraSystem
{
    /// <summary>Linux.</summary>
    V4l2,

    /// <summary>macOS.</summary>
    AvFoundation,

    /// <summary>Windows.</summary>
    DirectShow,

    /// <summary>A synthetic ffmpeg source in real time, such as <c>testsrc2=s=640x480:r=30</c>: for use without a camera.</summary>
    TestSource,
}
