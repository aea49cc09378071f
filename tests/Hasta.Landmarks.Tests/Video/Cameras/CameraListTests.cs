using Hasta.Landmarks.Video.Cameras;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Cameras;

public sealed class CameraListTests
{
    [Fact]
    public void Linux_cameras_are_read_from_folders_and_nodes_without_video_are_omitted()
    {
        using var folder = new TempFolder();
        folder.Write("video10/name", "Capture Card\n");
        folder.Write("video10/index", "0\n");
        folder.Write("video2/name", "Integrated Camera: Integrated C\n");
        folder.Write("video2/index", "0\n");
        folder.Write("video3/name", "Integrated Camera: Integrated C\n");
        folder.Write("video3/index", "1\n");
        folder.Write("video4/other", "");

        Assert.Equal(
            [new("/dev/video2", "Integrated Camera: Integrated C"), new("/dev/video4", "video4"), new("/dev/video10", "Capture Card")],
            CameraList.OfLinux(folder.Path));
        Assert.Empty(CameraList.OfLinux(folder.At("none")));
    }

    [Fact]
    public void Mac_cameras_are_found_among_screens_and_microphones() => AssertList(
        CameraList.OfMac,
        """
        [AVFoundation indev @ 0x13c604d20] AVFoundation video devices:
        [AVFoundation indev @ 0x13c604d20] [0] FaceTime HD Camera
        [AVFoundation indev @ 0x13c604d20] [1] Ada's iPhone [2] Camera
        [AVFoundation indev @ 0x13c604d20] [2] Capture screen 0
        [AVFoundation indev @ 0x13c604d20] AVFoundation audio devices:
        [AVFoundation indev @ 0x13c604d20] [0] MacBook Pro Microphone
        dummy: Input/output error
        """,
        new("0", "FaceTime HD Camera"),
        new("1", "Ada's iPhone [2] Camera"));

    [Fact]
    public void Windows_cameras_are_found_if_each_line_names_its_type() => AssertList(
        CameraList.OfWindows,
        """
        [dshow @ 000001f5a3c0b2c0] "Integrated Camera" (video)
        [dshow @ 000001f5a3c0b2c0]   Alternative name "@device_pnp_\\?\usb#vid_04f2&pid_b6d9&mi_00#6&2b8c7c3&0&0000#{65e8773d-8f56-11d0-a3b9-00a0c9223196}\global"
        [dshow @ 000001f5a3c0b2c0] "OBS Virtual Camera (2)" (none)
        [dshow @ 000001f5a3c0b2c0]   Alternative name "@device_sw_{860BB310-5D01-11D0-BD3B-00A0C911CE86}\{A3FCE0F5-3493-419F-958A-ABA1250EC20B}"
        [dshow @ 000001f5a3c0b2c0] "Microphone (Realtek(R) Audio)" (audio)
        [dshow @ 000001f5a3c0b2c0]   Alternative name "@device_cm_{33D9A762-90C8-11D0-BD43-00A0C911CE86}\wave_{B5A3B4A1-8E4C-4B6A-8C1B-0C6A2E7E9C11}"
        [in#0 @ 000001f5a3c0a000] Error opening input: Immediate exit requested
        """,
        new("Integrated Camera", "Integrated Camera"),
        new("OBS Virtual Camera (2)", "OBS Virtual Camera (2)"));

    [Fact]
    public void Windows_cameras_are_found_in_the_older_list_with_headings() => AssertList(
        CameraList.OfWindows,
        """
        [dshow @ 00000000001c23c0] DirectShow video devices (some may be both video and audio devices)
        [dshow @ 00000000001c23c0]  "Integrated Webcam"
        [dshow @ 00000000001c23c0]     Alternative name "@device_pnp_\\?\usb#vid_0c45&pid_6448&mi_00#7&2645f9e4&0&0000#{65e8773d-8f56-11d0-a3b9-00a0c9223196}\global"
        [dshow @ 00000000001c23c0] DirectShow audio devices
        [dshow @ 00000000001c23c0]  "Microphone"
        """,
        new CameraDevice("Integrated Webcam", "Integrated Webcam"));

    private static void AssertList(Func<IEnumerable<string>, IReadOnlyList<CameraDevice>> parse, string text, params CameraDevice[] cameras)
    {
        Assert.Equal(cameras, parse(text.Split('\n')));
        Assert.Empty(parse([]));
    }
}
