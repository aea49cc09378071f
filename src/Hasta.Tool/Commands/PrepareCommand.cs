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

    private static readonly Option<string> Out = new("--out") { Description = "The data folder to write, or to continue with.", Required = true };
    private static readonly Option<int> Workers = new("--workers") { Description = "Clips at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<bool> Frames = new("--frames") { Description = "Also keep sixteen small frames per clip, evenly chosen, for models that look at pictures (vitFusion)." };
    private static readonly Option<string?> FromNpy = new("--from-npy") { Description = "A landmark array [clip, frame, 258] instead of videos; needs --index." };
    private static readonly Option<string?> Index = new("--index") { Description = "A CSV with one line per row of the array: gloss (or word)[, row, signer, session, split]." };
    private static readonly Option<string[]> Where = new("--where") { Description = "Rows of the index to take: COLUMN=VALUE[,COLUMN<NUMBER...]; several are alternatives." };
    private static readonly Option<double> Fps = new("--fps") { Description = "Frames per second of the array.", DefaultValueFactory = _ => 12 };
    private static readonly Option<string> Size = new("--size") { Description = "Picture size that the array's 0..1 coordinates refer to.", DefaultValueFactory = _ => "640x480" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("prepare", "Turns clips into landmarks: one .pose file each, and a manifest. Stop it whenever you like and run it again.")
        {
            Videos, Out, Workers, SignerPartsOptions.NoFace, SignerPartsOptions.HandsOnly, SignerPartsOptions.PoseModel, SignerPartsOptions.MaxHeight, SignerPartsOptions.Region, Frames, ClipArguments.Person, FromNpy, Index, Where, Fps, Size,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <summary>Also what the demo runs.</summary>
    public static Task<PrepareSummary> PrepareAsync(Terminal terminal, PrepareRequest request, CancellationToken cancellationToken) =>
        ProgressBar.RunAsync(terminal, "Preparing", async progress =>
        {
            using ILoggerFactory loggers = Logs.ToTerminal(terminal);
            var preparer = new Preparer(request.Out, request.Workers, loggers.CreateLogger<Preparer>());
            return await preparer.PrepareAsync(request.Items, progress, cancellationToken) with { NotTaken = request.NotTaken };
        });

    /// <exception cref="UsageException">Arguments that do not go together.</exception>
    private static void Check(ParseResult parsed)
    {
        bool array = parsed.GetValue(FromNpy) is not null;
        if (array == (parsed.GetValue(Videos) is not null) || array != (parsed.GetValue(Index) is not null))
        {
            throw new UsageException("Give VIDEOS, or --from-npy with --index.");
        }

        if (array && parsed.GetValue(SignerPartsOptions.Region) is not null)
        {
            throw new UsageException("--region needs VIDEOS: an array has no pictures.");
        }

        if (array && (parsed.GetValue(Frames) || parsed.GetValue(ClipArguments.Person) is not null))
        {
            throw new UsageException("--frames and --person need VIDEOS: an array holds the landmarks of one person only.");
        }

        if (parsed.GetValue(Workers) < 1 || parsed.GetValue(ClipArguments.Person) < 1 || !(parsed.GetValue(Fps) is > 0 and <= 1000) || PictureSize.Parse(parsed.GetValue(Size)) is null)
        {
            throw new UsageException("--workers, --person and --fps must be above 0, and --size like 640x480.");
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
            summary = await PrepareAsync(terminal, new(ArrayClips.Find(import, array), data, parsed.GetValue(Workers)), cancellationToken);
        }
        else
        {
            using var clips = new ClipSources(SignerPartsOptions.Parse(parsed), parsed.GetValue(Frames), parsed.GetValue(ClipArguments.Person));
            summary = await PrepareAsync(terminal, clips.Find(parsed.GetRequiredValue(Videos)!, data, parsed.GetValue(Workers)), cancellationToken);
        }

        PrepareReport.Print(terminal, data, summary);
        return summary.IsUsable ? ExitCode.Done : ExitCode.UserError;
    }

    private static ArrayImport ImportOf(ParseResult parsed, string path)
    {
        (int width, int height) = PictureSize.Parse(parsed.GetValue(Size))!.Value;
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
