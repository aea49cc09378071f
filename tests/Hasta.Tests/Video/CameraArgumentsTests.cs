using Hasta.Landmarks.Video.Cameras;

namespace Hasta.Tests.Video;

public sealed class CameraArgumentsTests
{
    [Theory]
    [InlineData(CameraSystem.V4l2, "/dev/video2", "-f v4l2 -input_format mjpeg -video_size 1280x720 -framerate 25 -i /dev/video2")]
    [InlineData(CameraSystem.AvFoundation, "1", "-f avfoundation -video_size 1280x720 -framerate 25 -i 1:none")]
    [InlineData(CameraSystem.DirectShow, "Cam", "-f dshow -rtbufsize 64M -vcodec mjpeg -video_size 1280x720 -framerate 25 -i video=Cam")]
    public void What_is_asked_for_is_asked_in_the_words_of_each_system(CameraSystem system, string device, string words) =>
        Assert.Contains(words, Line(new CameraConfig { System = system, Width = 1280, Height = 720, Fps = 25, Codec = "mjpeg" }, device), StringComparison.Ordinal);

    [Theory]
    [InlineData(CameraSystem.V4l2, "/dev/video2", "-f v4l2 -i /dev/video2")]
    [InlineData(CameraSystem.AvFoundation, "1", "-f avfoundation -framerate 30 -i 1:none")]
    [InlineData(CameraSystem.DirectShow, "Cam", "-f dshow -rtbufsize 64M -i video=Cam")]
    public void The_rest_is_left_to_the_camera(CameraSystem system, string device, string words) =>
        Assert.Contains(words, Line(new CameraConfig { System = system }, device), StringComparison.Ordinal);

    private static string Line(CameraConfig config, string device) => string.Join(' ', CameraArguments.Build(config, device, "7.1"));
}
