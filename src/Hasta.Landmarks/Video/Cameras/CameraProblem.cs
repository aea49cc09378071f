using Hasta.Landmarks.Text;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>Converts ffmpeg's errors about a camera to a problem and its remedy.</summary>
internal static class CameraProblem
{
    private static readonly (string[] Phrases, string Problem, string Remedy)[] Known =
    [
        (["Permission denied", "Operation not permitted", "not authorized"], "this camera may not be used.", PermissionRemedy),
        (["Device or resource busy", "already in use"], "this camera is busy.", "Close the program that uses it."),
        (["No such file", "No such device", "not find video device", "device not found", "Invalid device index"],
            "there is no such camera, or it was unplugged.", "hasta cameras lists the cameras."),
        (["Inappropriate ioctl", "Not a video capture device"], "this is no camera.", "hasta cameras lists the cameras."),
    ];

    private static string PermissionRemedy =>
        OperatingSystem.IsMacOS() ? "Allow it: System Settings > Privacy & Security > Camera."
        : OperatingSystem.IsWindows() ? "Allow it: Settings > Privacy > Camera."
        : "Join the group video, then log in again: sudo usermod -aG video $USER";

    /// <param name="device">The device to name in the message.</param>
    /// <param name="tail">The last errors of ffmpeg.</param>
    /// <param name="frames">Frames received before the error.</param>
    public static CameraException Explain(string device, ErrorTail tail, int frames)
    {
        string errors = tail.Summarize(device);
        foreach ((string[] phrases, string problem, string remedy) in Known)
        {
            if (phrases.Any(phrase => errors.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
            {
                return new CameraException(device, problem, remedy);
            }
        }

        string outcome = frames == 0 ? "this camera delivered no frame" : $"this camera stopped after {CountText.Of(frames, "frame")}";
        return new CameraException(device, $"{outcome} ({errors}).", "Plug it in again, or request another size or rate.");
    }
}
