using System.CommandLine;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Recognition;

namespace Hasta.Tool.Live;

/// <summary>The command-line options for the camera or file to watch.</summary>
internal static class SourceOptions
{
    public static Option<string?> Camera { get; } = new("--camera")
    {
        Description = "Number or id of the camera (hasta cameras). Default: the first.",
    };

    public static Option<string?> Video { get; } = new("--video") { Description = "A video instead of a camera." };

    public static Option<string?> Poses { get; } = new("--poses") { Description = "A .pose file instead of a camera." };

    /// <summary>An ffmpeg source in real time, for machines without a camera.</summary>
    public static Option<string?> TestSource { get; } = new("--test-source") { Hidden = true };

    /// <returns>Null for a camera.</returns>
    /// <exception cref="UsageException">More than one source is given, or --poses is not a .pose file.</exception>
    public static string? FileOf(ParseResult parsed)
    {
        string?[] sources = [parsed.GetValue(Camera), parsed.GetValue(Video), parsed.GetValue(Poses), parsed.GetValue(TestSource)];
        if (sources.Count(source => source is not null) > 1)
        {
            throw new UsageException("Give one of --camera, --video and --poses.");
        }

        return parsed.GetValue(Poses) is { } poses && !ClipArguments.IsPose(poses)
            ? throw new UsageException("--poses needs a .pose file; for a video, use --video.")
            : parsed.GetValue(Poses) ?? parsed.GetValue(Video);
    }

    /// <exception cref="CameraException">There is no such camera.</exception>
    public static async Task<LiveSource> OpenAsync(
        ParseResult parsed, SignRecognizer recognizer, int? person, CancellationToken cancellationToken) => FileOf(parsed) is { } file
            ? LiveSource.Of(recognizer, await LongClip.OpenAsync(recognizer, file, person, cancellationToken))
            : LiveSource.Of(recognizer, await CameraOf(parsed, cancellationToken), cancellationToken);

    private static async Task<CameraConfig> CameraOf(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(TestSource) is { } source)
        {
            return new CameraConfig { System = CameraSystem.TestSource, Device = source };
        }

        if (!int.TryParse(parsed.GetValue(Camera), out int number))
        {
            return new CameraConfig { Device = parsed.GetValue(Camera) };
        }

        IReadOnlyList<CameraDevice> cameras = await CameraList.FindAsync(cancellationToken: cancellationToken);
        return number >= 0 && number < cameras.Count
            ? new CameraConfig { Device = cameras[number].Id }
            : throw new CameraException(
                $"Camera {number}", $"there are {cameras.Count} cameras, numbered from 0.", "hasta cameras lists them.");
    }
}
