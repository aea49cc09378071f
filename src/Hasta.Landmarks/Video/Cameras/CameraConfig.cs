using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>
/// Which camera to open, and the settings to request. The camera may deliver another size or rate; each frame has its own.
/// </summary>
public sealed record CameraConfig
{
    /// <summary>A <see cref="CameraDevice.Id"/>; null for the first camera.</summary>
    public string? Device { get; init; }

    /// <summary>Pixels. Null leaves the size to the camera; width and height must both be null or both be set.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Frames per second. Null leaves the rate to the camera, except on macOS, where ffmpeg must request a rate: 30.</summary>
    public int? Fps { get; init; }

    /// <summary>
    /// How the camera encodes its frames, such as <c>mjpeg</c>, which many cameras need for 720p at 30 frames per second; null for
    /// ffmpeg's choice.
    /// </summary>
    public string? Codec { get; init; }

    /// <summary>The time without a frame after which reading fails.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public CameraSystem System { get; init; } =
        OperatingSystem.IsWindows() ? CameraSystem.DirectShow : OperatingSystem.IsMacOS() ? CameraSystem.AvFoundation : CameraSystem.V4l2;

    /// <summary>The programs to use; null finds them with <see cref="Ffmpeg.Find()"/>.</summary>
    public Ffmpeg? Ffmpeg { get; init; }

    /// <exception cref="ArgumentException">Width without height, or a value out of range.</exception>
    public void Validate()
    {
        if (Width is null != Height is null || !IsSide(Width) || !IsSide(Height) || Fps is < 1 or > (int)FrameRate.MaxFps)
        {
            throw new ArgumentException($"The camera settings {Width}x{Height} at {Fps} frames per second are not valid.");
        }
    }

    private static bool IsSide(int? pixels) => pixels is null or (>= 1 and <= VideoInfo.MaxSide);
}
