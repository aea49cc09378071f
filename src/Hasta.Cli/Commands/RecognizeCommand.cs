using System.CommandLine;
using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Files;
using Hasta.Landmarks.Tracking;
using Hasta.Models;
using Hasta.Preparation;
using Hasta.Recognition;
using Hasta.Video.Frames;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta recognize</c>: names the sign in each clip.</summary>
public static class RecognizeCommand
{
    private static readonly Argument<string[]> Clips = new("CLIP") { Description = "Videos, .pose files, or folders of them.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Model = new("--model") { Description = "A run's or a checkpoint's folder; the shipped model of 19 ISL words where left out." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a clip on standard output." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("recognize", "Names the sign in each clip: gloss, confidence, runners-up, or \"unsure\".")
        {
            Clips, Model, Json, ClipArguments.Person, SignerPartsOptions.Region,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <returns>Whether every clip was read; also what the demo runs.</returns>
    public static async Task<bool> RecognizeAsync(Terminal terminal, RecognizeRequest request, CancellationToken cancellationToken)
    {
        using var model = RecognitionModel.Load(request.Model);
        var recognizer = new Recognizer(model);
        LandmarkSettings settings = LandmarkSettings.ForModelOf(model.Config.Engine) with { Region = request.Region };
        using var clips = new ClipItems(settings, recognizer.NeedsFrames, request.Person);
        var printer = new RecognitionPrinter(terminal, request.Json);
        bool all = true;
        bool warned = false;
        foreach (string path in request.Clips)
        {
            // A missing ffmpeg or model file ends the command; a bad clip does not.
            IClipExtractor extractor = clips.ExtractorOf(path);
            warned = warned || WarnOfOtherEngine(terminal, model.Config.Engine, extractor);
            try
            {
                LandmarkFeed landmarks = await RecognizeAsync(recognizer, extractor, path, printer, cancellationToken);
                ClipNotes.Print(terminal, path, landmarks.Warnings, landmarks.People());
            }
            catch (HastaException error) when (error is BadFileException or Features.NoBodyException)
            {
                terminal.Complain(error.Message.Contains(path, StringComparison.Ordinal) ? error.Message : $"{path}: {error.Message}");
                all = false;
            }
        }

        return all;
    }

    private static async Task<LandmarkFeed> RecognizeAsync(Recognizer recognizer, IClipExtractor extractor, string path, RecognitionPrinter printer, CancellationToken cancellationToken)
    {
        if (recognizer.NeedsFrames && extractor.FrameEngine is null)
        {
            throw new BadFileException(path, "it holds landmarks only, and this model looks at the pictures too.", "Give the video itself, or a model of landmarks with --model.");
        }

        using FrameChooser? chooser = recognizer.NeedsFrames ? new FrameChooser() : null;
        LandmarkFeed landmarks = await extractor.OpenAsync(new Clip(path, path, ""), chooser is null ? null : chooser.Offer, cancellationToken);
        LandmarkSequence sequence = await landmarks.CollectAsync(cancellationToken);
        printer.Print(path, sequence, recognizer.Recognize(sequence, chooser is null ? null : FrameFile.Parse(path, chooser.ToBytes(landmarks.Width, landmarks.Height))));
        return landmarks;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> clips = ClipArguments.Expand(parsed.GetRequiredValue(Clips));
        var request = new RecognizeRequest
        {
            Model = parsed.GetValue(Model) ?? ShippedModel.Find(),
            Clips = clips,
            Person = ClipArguments.CheckPerson(parsed.GetValue(ClipArguments.Person), clips),
            Json = parsed.GetValue(Json),
            Region = SignerPartsOptions.RegionOf(parsed),
        };
        return await RecognizeAsync(terminal, request, cancellationToken) ? ExitCode.Done : ExitCode.UserCanMend;
    }

    /// <summary>Neither .pose files nor the arrays that a model learned from say what found their landmarks.</summary>
    private static bool WarnOfOtherEngine(Terminal terminal, string? trained, IClipExtractor extractor)
    {
        if (trained is null or LandmarkArray.EngineName || extractor is PoseFileExtractor || EngineName.OfBody(extractor.Engine) == trained)
        {
            return false;
        }

        terminal.Complain($"the model learned from landmarks of another engine ({trained}) than videos are looked at with here ({EngineName.OfBody(extractor.Engine)}): it may do worse.");
        return true;
    }
}
