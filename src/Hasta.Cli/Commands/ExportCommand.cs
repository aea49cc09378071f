using System.CommandLine;
using System.Globalization;
using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Hasta.Training.Runs;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta export</c>: exports a model as one ONNX file for other programs.</summary>
internal static class ExportCommand
{
    private const int MaxReasons = 10;

    private static readonly Argument<string> Run = new("RUN") { Description = "The folder of a run or checkpoint." };
    private static readonly Option<string> Out = new("--out") { Description = "The file to write, such as signs.onnx.", Required = true };
    private static readonly Option<bool> Half = new("--fp16")
    {
        Description = "Weights as float16, half the size; only if validation accuracy drops by less than 0.5 points.",
    };

    private static readonly Option<bool> Quantized = new("--int8")
    {
        Description = "Weights as int8, a quarter of the size; only if validation accuracy drops by less than 0.5 points.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder to compare a smaller file on. Default: that of the run.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "export", "Writes a model as ONNX: features and mask in, logits out, with its settings and vocabulary as metadata.")
        {
            Run, Out, Half, Quantized, Data,
        };
        command.SetAction(parsed => Export(terminal, parsed));
        return command;
    }

    private static int Export(Terminal terminal, ParseResult parsed)
    {
        string run = parsed.GetRequiredValue(Run), output = parsed.GetRequiredValue(Out);
        if (!output.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("--out must be a file name that ends in .onnx.");
        }

        WeightFormat format = (parsed.GetValue(Half), parsed.GetValue(Quantized)) switch
        {
            (true, true) => throw new UsageException("--fp16 and --int8 exclude each other."),
            (true, _) => WeightFormat.Half,
            (_, true) => WeightFormat.Quantized,
            _ => WeightFormat.Full,
        };
        var folder = CheckpointFolder.Locate(run);
        CheckpointContents contents = folder.Read();
        byte[] model = folder.ToOnnx(contents, format);
        if (format != WeightFormat.Full)
        {
            var comparison = ExportComparison.Measure(run, parsed.GetValue(Data) ?? SourceOf(run), format);
            Print(terminal, comparison, (format == WeightFormat.Half ? "float16" : "int8", model.Length), folder.ToOnnx(contents).Length);
            RequireGood(run, comparison);
        }

        AtomicFile.Write(output, stream => stream.Write(model));
        terminal.Answers.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Escape(output)}: {model.Length:N0} bytes"));
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, ExportComparison comparison, (string Weights, int Bytes) small, int fullBytes)
    {
        string clips = CountText.Of(comparison.Clips, comparison.AreValidation ? "validation clip" : "clip");
        Table table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("Weights", "Bytes", $"Top-1 of {clips}", "Same answer");
        table.AddRow("float32", $"{fullBytes:N0}", $"{comparison.Full:P1}", "");
        table.AddRow(small.Weights, $"{small.Bytes:N0}", $"{comparison.Small:P1}", $"{comparison.SameAnswer} of {comparison.Clips}");
        terminal.Out.Write(table);
        foreach (SkippedClip clip in comparison.Skipped.Take(MaxReasons))
        {
            terminal.Error.MarkupLineInterpolated($"[yellow]skipped[/] {clip.Clip}: {clip.Reason}");
        }

        if (comparison.Skipped.Count > MaxReasons)
        {
            terminal.Error.MarkupLineInterpolated($"... {comparison.Skipped.Count - MaxReasons} more");
        }
    }

    /// <exception cref="BadFileException">The smaller file is worse.</exception>
    private static void RequireGood(string run, ExportComparison comparison)
    {
        if (!comparison.IsGood)
        {
            double loss = 100 * (comparison.Full - comparison.Small);
            double limit = 100 * ExportComparison.MaxLoss;
            throw new BadFileException(
                run,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the smaller file would lose {loss:0.0} points of top-1; the limit is {limit:0.0}. Nothing was written."),
                "Export without --int8, or with --fp16.");
        }
    }

    /// <exception cref="UsageException">A checkpoint without its run does not contain the data folder.</exception>
    private static string SourceOf(string run)
    {
        try
        {
            return new RunFolder(run).ReadSource();
        }
        catch (BadFileException error)
        {
            throw new UsageException(
                $"A smaller file is compared on clips, and {NameText.Show(run)} does not contain the path of its data ({error.Message}). "
                + "Give a data folder with --data.");
        }
    }
}
