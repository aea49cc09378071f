using System.CommandLine;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta live</c>: recognizes signs in a camera's picture, or in a long video or .pose file.</summary>
internal static class LiveCommand
{
    private static readonly Option<string?> CameraName = new("--camera")
    {
        Description = "Number or id of the camera (hasta cameras). Default: the first.",
    };

    private static readonly Option<string?> Video = new("--video") { Description = "A video instead of a camera." };

    private static readonly Option<string?> Poses = new("--poses") { Description = "A .pose file instead of a camera." };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint. Default: the shipped model (hasta words).",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per event on standard output." };

    /// <summary>An ffmpeg source in real time, for machines without a camera.</summary>
    private static readonly Option<string?> TestSource = new("--test-source") { Hidden = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("live", "Recognizes signs as they are signed to a camera. Ctrl-C ends it.")
        {
            CameraName, Video, Poses, Model, Json, ClipArguments.Person, TestSource,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string? file = FileOf(parsed);
        var options = new SignRecognizerOptions { Person = ClipArguments.CheckPerson(parsed.GetValue(ClipArguments.Person), [file ?? ""]) };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(parsed.GetValue(Model), options, cancellationToken);
        LiveModel.Check(terminal, recognizer, seesVideo: file is null || !ClipArguments.IsPose(file));
        var live = new LiveRecognizer(recognizer);
        var printer = new LivePrinter(terminal, parsed.GetValue(Json));
        IAsyncEnumerable<LiveEvent> events = file is null
            ? live.RecognizeCameraAsync(new Camera(await CameraOf(parsed, cancellationToken)), cancellationToken)
            : live.RecognizeFileAsync(file, cancellationToken);
        await foreach (LiveEvent happened in events)
        {
            printer.Print(happened);
        }

        return ExitCode.Done;
    }

    /// <returns>Null for a camera.</returns>
    /// <exception cref="UsageException">More than one source is given, or --poses is not a .pose file.</exception>
    private static string? FileOf(ParseResult parsed)
    {
        string?[] sources =
            [parsed.GetValue(CameraName), parsed.GetValue(Video), parsed.GetValue(Poses), parsed.GetValue(TestSource)];
        if (sources.Count(source => source is not null) > 1)
        {
            throw new UsageException("Give one of --camera, --video and --poses.");
        }

        return parsed.GetValue(Poses) is { } poses && !ClipArguments.IsPose(poses)
            ? throw new UsageException("--poses needs a .pose file; for a video, use --video.")
            : parsed.GetValue(Poses) ?? parsed.GetValue(Video);
    }

    private static async Task<CameraConfig> CameraOf(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(TestSource) is { } source)
        {
            return new CameraConfig { System = CameraSystem.TestSource, Device = source };
        }

        if (!int.TryParse(parsed.GetValue(CameraName), out int number))
        {
            return new CameraConfig { Device = parsed.GetValue(CameraName) };
        }

        IReadOnlyList<CameraDevice> cameras = await CameraList.FindAsync(cancellationToken: cancellationToken);
        return number >= 0 && number < cameras.Count
            ? new CameraConfig { Device = cameras[number].Id }
            : throw new CameraException(
                $"Camera {number}", $"there are {cameras.Count} cameras, numbered from 0.", "hasta cameras lists them.");
    }
}
