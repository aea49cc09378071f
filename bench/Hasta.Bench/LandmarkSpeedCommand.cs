using System.CommandLine;

namespace Hasta.Bench;

/// <summary><c>landmarks</c>: see <see cref="LandmarkSpeed"/>.</summary>
internal static class LandmarkSpeedCommand
{
    private static readonly Option<string> Clip = new("--clip") { Description = "A clip of two-handed signing.", Required = true };
    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "Length of the measured clips.",
        DefaultValueFactory = _ => 6,
    };

    private static readonly Option<string?> Chromium = new("--chromium")
    {
        Description = "Path of a Chromium to measure MediaPipe's JavaScript build in, for comparison.",
    };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command(
            "landmarks", "Frames per second from clip to landmarks, by stage, frame size and workers; and of MediaPipe in a browser.")
        {
            Clip, Seconds, Chromium,
        };
        command.SetAction((parsed, _) => LandmarkSpeed.MeasureAsync(
            parsed.GetRequiredValue(Clip), parsed.GetValue(Seconds), parsed.GetValue(Chromium)));
        return command;
    }
}
