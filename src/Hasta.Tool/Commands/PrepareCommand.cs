using System.CommandLine;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Tool.Output;
using Microsoft.Extensions.Logging;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta prepare</c>: videos, .pose files or landmark arrays -> a data folder.</summary>
internal static class PrepareCommand
{
    private static readonly Argument<string?> Videos = new("VIDEOS")
    {
        Description = "A folder <gloss>/<clip>, a folder in INCLUDE's layout, or a CSV with columns file, gloss[, signer, session, split].",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Out = new("--out") { Description = "The data folder to write or resume.", Required = true };
    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Clips to process in parallel.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Frames = new("--frames")
    {
        Description = "Also keep sixteen evenly chosen small frames per clip, for models that use frames (vitFusion).",
    };

    private static readonly Option<string?> FromNpy = new("--from-npy")
    {
        Description = "A landmark array [clip, frame, 258] instead of videos; needs --index.",
    };

    private static readonly Option<string?> Index = new("--index")
    {
        Description = "A CSV with one line per row of the array: gloss (or word)[, row, signer, session, split].",
    };

    private static readonly Option<string[]> Where = new("--where")
    {
        Description = "Rows of the index to use: COLUMN=VALUE[,COLUMN<NUMBER...]; if repeated, a row must match one of them.",
    };

    private static readonly Option<double> Fps = new("--fps")
    {
        Description = "Frames per second of the array.",
        DefaultValueFactory = _ => 12,
    };

    private static readonly Option<string> Size = new("--size")
    {
        Description = "Frame size for the array's 0..1 coordinates.",
        DefaultValueFactory = _ => "640x480",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("prepare", "Converts clips to landmarks: one .pose file per clip and a manifest. Run it again to resume.")
        {
            Videos,
            Out,
            Workers,
            SignerPartsOptions.NoFace,
            SignerPartsOptions.HandsOnly,
            SignerPartsOptions.PoseModel,
            SignerPartsOptions.MaxHeight,
            SignerPartsOptions.Region,
            Frames,
            ClipArguments.Person,
            FromNpy,
            Index,
            Where,
            Fps,
            Size,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <summary>Prepares clips; also used by the demo.</summary>
    public static Task<PrepareSummary> PrepareAsync(Terminal terminal, PrepareRequest request, CancellationToken cancellationToken) =>
        ProgressBar.RunAsync(terminal, "Preparing", async progress =>
        {
            using ILoggerFactory loggers = Logs.ToTerminal(terminal);
            var preparer = new Preparer(request.Out, request.Workers, loggers.CreateLogger<Preparer>());
            return await preparer.PrepareAsync(request.Items, progress, cancellationToken) with { Ignored = request.Ignored };
        });

    /// <exception cref="UsageException">The arguments exclude each other, or a value is out of range.</exception>
    private static void Check(ParseResult parsed)
    {
        bool isArray = parsed.GetValue(FromNpy) is not null;
        if (isArray == (parsed.GetValue(Videos) is not null) || isArray != (parsed.GetValue(Index) is not null))
        {
            throw new UsageException("Give VIDEOS, or --from-npy with --index.");
        }

        if (isArray && parsed.GetValue(SignerPartsOptions.Region) is not null)
        {
            throw new UsageException("--region needs VIDEOS: an array has no frames to crop.");
        }

        if (isArray && (parsed.GetValue(Frames) || parsed.GetValue(ClipArguments.Person) is not null))
        {
            throw new UsageException("--frames and --person need VIDEOS: an array contains the landmarks of one person only.");
        }

        if (parsed.GetValue(Workers) < 1 || parsed.GetValue(ClipArguments.Person) < 1
            || !(parsed.GetValue(Fps) is > 0 and <= 1000) || FrameSize.Parse(parsed.GetValue(Size)) is null)
        {
            throw new UsageException("--workers, --person and --fps must be above 0, --fps at most 1000, and --size must be like 640x480.");
        }
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        Check(parsed);
        string data = parsed.GetRequiredValue(Out);
        PrepareSummary summary;
        if (parsed.GetValue(FromNpy) is { } path)
        {
            ArrayImport import = ImportOf(parsed, path);
            using NpyFile array = NpyFile.Open(path);
            var request = new PrepareRequest(ArrayClips.Find(import, array), data, parsed.GetValue(Workers));
            summary = await PrepareAsync(terminal, request, cancellationToken);
        }
        else
        {
            using var clips = new ClipExtractors(
                SignerPartsOptions.Parse(parsed), parsed.GetValue(Frames), parsed.GetValue(ClipArguments.Person));
            PrepareRequest request = clips.Find(parsed.GetRequiredValue(Videos)!, data, parsed.GetValue(Workers));
            summary = await PrepareAsync(terminal, request, cancellationToken);
        }

        PrepareReport.Print(terminal, data, summary);
        return summary.IsUsable ? ExitCode.Done : ExitCode.UserError;
    }

    private static ArrayImport ImportOf(ParseResult parsed, string path)
    {
        (int width, int height) = FrameSize.Parse(parsed.GetValue(Size))!.Value;
        return new ArrayImport
        {
            Array = path,
            Index = parsed.GetRequiredValue(Index)!,
            Where = parsed.GetValue(Where) ?? [],
            Fps = parsed.GetValue(Fps),
            Width = width,
            Height = height,
        };
    }
}
