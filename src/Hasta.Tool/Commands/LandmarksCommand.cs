using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Text;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Pictures.Overlay;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta landmarks</c>: one clip -> a .pose file, and an image or video with the skeleton.</summary>
internal static class LandmarksCommand
{
    private static readonly Argument<string> Clip = new("CLIP") { Description = "A video." };
    private static readonly Option<string?> Out = new("--out") { Description = "The .pose file to write." };
    private static readonly Option<string?> Overlay = new("--overlay")
    {
        Description = "The frames with their skeleton: an .mp4 of the whole clip without sound, or a .png of twelve frames.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("landmarks", "Finds body, hands and face in one clip; writes a .pose file, a skeleton overlay, or both.")
        {
            Clip,
            Out,
            Overlay,
            SignerPartsOptions.NoFace,
            SignerPartsOptions.HandsOnly,
            SignerPartsOptions.PoseModel,
            SignerPartsOptions.MaxHeight,
            SignerPartsOptions.Region,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, RequestOf(parsed), cancellationToken));
        return command;
    }

    /// <exception cref="UsageException">No output file is given.</exception>
    private static LandmarksRequest RequestOf(ParseResult parsed)
    {
        var files = new RecordingFiles { Pose = parsed.GetValue(Out), Overlay = parsed.GetValue(Overlay) };
        return files.All.Any()
            ? new LandmarksRequest(parsed.GetRequiredValue(Clip), files, SignerPartsOptions.Parse(parsed))
            : throw new UsageException("Give --out FILE.pose, --overlay FILE.mp4 or FILE.png, or both.");
    }

    private static async Task<int> RunAsync(Terminal terminal, LandmarksRequest request, CancellationToken cancellationToken)
    {
        RefuseLandmarks(request.Clip);
        request.Files.Check(request.Clip);
        var video = new VideoOptions { Ffmpeg = Ffmpeg.Find(), MaxHeight = request.Settings.MaxHeight };
        VideoInfo clip = await VideoInfo.ReadAsync(request.Clip, video.Ffmpeg, cancellationToken);
        using ILandmarkEngine engine = request.Settings.Load(ModelFiles.Find());
        var recorder = new ClipRecorder(engine, video) { Region = request.Settings.Region };
        LandmarkStatistics statistics = await ProgressBar.RunAsync(
            terminal, "Finding landmarks", progress => recorder.RecordAsync(clip, request.Files, progress, cancellationToken));
        Print(terminal, request, clip, statistics);
        ClipNotes.Print(terminal, request.Clip, clip.Warnings, recorder.People);
        return ExitCode.Done;
    }

    /// <exception cref="BadFileException">The clip is not a video.</exception>
    private static void RefuseLandmarks(string clip)
    {
        if (Path.GetExtension(clip).Equals(PoseFile.Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new BadFileException(
                clip, "this file already contains landmarks.", "hasta convert converts it to a table, an array or another .pose version.");
        }
    }

    private static void Print(Terminal terminal, LandmarksRequest request, VideoInfo clip, LandmarkStatistics statistics)
    {
        string frames = CountText.Of(statistics.Frames, "frame");
        terminal.Out.MarkupLineInterpolated($"{frames} of {clip.Width}x{clip.Height} at {statistics.Fps:0.##} frames/s");
        if (clip.Treatment is { } treatment)
        {
            terminal.Out.MarkupLineInterpolated($"Treatment: {treatment}");
        }

        terminal.Out.MarkupLineInterpolated($"Seen in: {string.Join(", ", Shares(request.Settings.Parts, statistics))} of the frames");
        foreach (string file in request.Files.All)
        {
            terminal.Out.MarkupLineInterpolated($"Written: [bold]{file}[/]");
        }

        if (statistics is { DetectionRate: 0, LeftHandRate: 0, RightHandRate: 0, FaceRate: 0 })
        {
            terminal.WriteError($"nobody was seen in any frame of {request.Clip}: the files contain no landmarks.");
        }
    }

    /// <summary>Detection rates of the requested parts.</summary>
    private static IEnumerable<string> Shares(SignerParts parts, LandmarkStatistics statistics) =>
    [
        .. parts == SignerParts.Hands ? [] : new[] { $"body {statistics.DetectionRate:P0}" },
        $"left hand {statistics.LeftHandRate:P0}",
        $"right hand {statistics.RightHandRate:P0}",
        .. parts == SignerParts.BodyHandsAndFace ? new[] { $"face {statistics.FaceRate:P0}" } : [],
    ];
}
