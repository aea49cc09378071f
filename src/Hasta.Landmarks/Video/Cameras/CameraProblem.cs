using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>What ffmpeg's complaint about a camera means, and what to do about it.</summary>
internal static class CameraProblem
{
    private static readonly (string[] Words, string Problem, string Remedy)[] Known =
    [
        (["Permission denied", "Operation not permitted", "not authorized"], "this camera may not be used.", PermissionRemedy),
        (["Device or resource busy", "already in use"], "this camera is busy.", "Close the program that uses it."),
        (["No such file", "No such device", "not find video device", "device not found", "Invalid device index"],
            "there is no such camera, or it was unplugged.", "hasta cameras lists them."),
        (["Inappropriate ioctl", "Not a video capture device"], "this is no camera.", "hasta cameras lists them."),
    ];

    private static string PermissionRemedy =>
        OperatingSystem.IsMacOS() ? "Allow it: System Settings > Privacy & Security > Camera."
        : OperatingSystem.IsWindows() ? "Allow it: Settings > Privacy > Camera."
        : "Join the group video, then log in again: sudo usermod -aG video $USER";

    /// <param name="device">What the message names.</param>
    /// <param name="words">What ffmpeg said last.</param>
    /// <param name="frames">How many had come.</param>
    public static CameraException Explain(string device, ErrorTail words, int frames)
    {
        string said = words.Summarize(device);
        foreach ((string[] signs, string problem, string remedy) in Known)
        {
            if (signs.Any(sign => said.Contains(sign, StringComparison.OrdinalIgnoreCase)))
            {
                return new CameraException(device, problem, remedy);
            }
        }

        string happened = frames == 0 ? "this camera gave no picture" : $"this camera stopped after {frames} frames";
        return new CameraException(device, $"{happened} ({said}).", "Plug it in again, or ask for another size or rate.");
    }
}
