using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>Which camera, and what to ask of it. It may give another size or rate: each frame tells its own.</summary>
public sealed record CameraConfig
{
    /// <summary>A <see cref="CameraDevice.Id"/>; null for the first camera.</summary>
    public string? Device { get; init; }

    /// <summary>Pixels; null, for both, leaves the size to the camera.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Frames per second; null leaves it to the camera, but on macOS, where ffmpeg must ask for some rate, means 30.</summary>
    public int? Fps { get; init; }

    /// <summary>How the camera packs its pictures, such as <c>mjpeg</c>, which many need for 30 frames per second of 720p; null for ffmpeg's choice.</summary>
    public string? Codec { get; init; }

    /// <summary>A camera that gives no frame for so long is given up.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public CameraSystem System { get; init; } =
        OperatingSystem.IsWindows() ? CameraSystem.DirectShow : OperatingSystem.IsMacOS() ? CameraSystem.AvFoundation : CameraSystem.V4l2;

    /// <summary>The programs to run; null finds them with <see cref="Ffmpeg.Find()"/>.</summary>
    public Ffmpeg? Ffmpeg { get; init; }

    /// <exception cref="ArgumentException">Width without height, or a number out of bounds.</exception>
    public void Validate()
    {
        if (Width is null != Height is null || !IsSide(Width) || !IsSide(Height) || Fps is < 1 or > (int)FrameRate.MaxFps)
        {
            throw new ArgumentException($"A camera cannot be asked for {Width}x{Height} at {Fps} frames per second.");
        }
    }

    private static bool IsSide(int? pixels) => pixels is null or (>= 1 and <= VideoInfo.MaxSide);
}
