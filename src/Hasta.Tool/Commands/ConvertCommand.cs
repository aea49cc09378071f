using System.CommandLine;
using System.Globalization;
using Hasta.Landmarks.Formats;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Text;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta convert</c>: converts landmark files between .pose, CSV and .npy.</summary>
internal static class ConvertCommand
{
    private static readonly Argument<string> In = new("IN")
    {
        Description = "A .pose file of any version, or a .csv or .npy file written by hasta convert.",
    };

    private static readonly Argument<string> Out = new("OUT")
    {
        Description = "The file to write: .pose, .csv or .npy. For .csv and .npy a .json file next to it stores the other metadata.",
    };

    private static readonly Option<string> PoseVersion = new("--pose-version")
    {
        Description = "Version of the .pose file to write: 0.0, 0.1 or 0.2.",
        DefaultValueFactory = _ => "0.2",
    };

    private static readonly Option<float?> Fps = new("--fps")
    {
        Description = "Frames per second, if IN has no frame rate or OUT cannot store that of IN.",
    };

    private static readonly Option<string?> Size = new("--size") { Description = "Frame size such as 640x480, if IN has none." };

    private static readonly Option<CoordinateUnits> Units = new("--units")
    {
        Description = "Units of IN: pixels, fractions (0..1 of the frame) or shoulders (shoulder widths from their midpoint). OUT: pixels.",
    };

    private static readonly Option<int?> Person = new("--person") { Description = "Keep only this person, from 1. Default: all people." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("convert", "Converts landmark files to exchange them with other tools.")
        {
            In, Out, PoseVersion, Fps, Size, Units, Person,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string from = parsed.GetRequiredValue(In);
        string to = parsed.GetRequiredValue(Out);
        PoseConversionOptions options = Options(parsed);
        PoseDocument document = await Task.Run(() => PoseConversion.Convert(from, to, options, cancellationToken), cancellationToken);
        terminal.Answers.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{TerminalText.Escape(to)}: {CountText.Of(document.Frames, "frame")} at {document.Fps:0.###} frames/s, "
            + $"{CountText.Of(document.People, "person", "people")}, {CountText.Of(document.Header.PointCount, "point")}"));
        return ExitCode.Done;
    }

    /// <exception cref="UsageException">A value is out of range.</exception>
    private static PoseConversionOptions Options(ParseResult parsed)
    {
        string? size = parsed.GetValue(Size);
        return new PoseConversionOptions
        {
            Version = parsed.GetRequiredValue(PoseVersion) switch
            {
                "0.0" or "0" => 0f,
                "0.1" => 0.1f,
                "0.2" => 0.2f,
                var other => throw new UsageException($"--pose-version {other} does not exist: use 0.0, 0.1 or 0.2."),
            },
            Fps = parsed.GetValue(Fps) is null or (> 0 and <= 1000)
                ? parsed.GetValue(Fps)
                : throw new UsageException("--fps must be above 0 and at most 1000."),
            Units = parsed.GetValue(Units),
            Person = parsed.GetValue(Person),
            Size = size is null ? null : FrameSize.Parse(size) ?? throw new UsageException("--size must be like 640x480."),
        };
    }
}
