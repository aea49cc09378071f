namespace Hasta.Page.Tests.Browsing;

/// <summary>What a page gets when it asks for a camera.</summary>
/// <param name="Switches">Chromium's.</param>
internal sealed record CameraView(params string[] Switches)
{
    private const string Device = "--use-fake-device-for-media-stream";
    private const string Agree = "--use-fake-ui-for-media-stream";

    /// <summary>There is no camera.</summary>
    public static CameraView None { get; } = new(Agree);

    /// <summary>The user forbids it.</summary>
    public static CameraView Denied { get; } = new(Device, Agree + "=deny");

    /// <summary>Chromium's own moving test pattern: nobody is seen.</summary>
    public static CameraView Empty { get; } = new(Device, Agree);

    /// <summary>Plays a file of JPEG frames, 30 per second, again and again.</summary>
    public static CameraView Playing(string mjpeg) => new(Device, Agree, "--use-file-for-fake-video-capture=" + mjpeg);
}
