using Hasta.Landmarks.Video.Cameras;

namespace Hasta.Landmarks.Tests.Video.Cameras;

public sealed class CameraArgumentsTests
{
    [Theory]
    [InlineData(CameraSystem.V4l2, "/dev/video2", "-f v4l2 -input_format mjpeg -video_size 1280x720 -framerate 25 -i /dev/video2")]
    [InlineData(CameraSystem.AvFoundation, "1", "-f avfoundation -video_size 1280x720 -framerate 25 -i 1:none")]
    [InlineData(CameraSystem.DirectShow, "Cam", "-f dshow -rtbufsize 64M -vcodec mjpeg -video_size 1280x720 -framerate 25 -i video=Cam")]
    public void Requested_options_use_the_syntax_of_each_system(CameraSystem system, string device, string expected) =>
        Assert.Contains(
            expected,
            Line(new CameraConfig { System = system, Width = 1280, Height = 720, Fps = 25, Codec = "mjpeg" }, device),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(CameraSystem.V4l2, "/dev/video2", "-f v4l2 -i /dev/video2")]
    [InlineData(CameraSystem.AvFoundation, "1", "-f avfoundation -framerate 30 -i 1:none")]
    [InlineData(CameraSystem.DirectShow, "Cam", "-f dshow -rtbufsize 64M -i video=Cam")]
    public void Other_options_are_left_to_the_camera(CameraSystem system, string device, string expected) =>
        Assert.Contains(expected, Line(new CameraConfig { System = system }, device), StringComparison.Ordinal);

    private static string Line(CameraConfig config, string device) => string.Join(' ', CameraArguments.Build(config, device, "7.1"));
}
