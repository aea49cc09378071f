using System.CommandLine;
using System.Globalization;
using Hasta.Landmarks.Formats;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta convert</c>: landmark files between .pose, CSV and .npy.</summary>
internal static class ConvertCommand
{
    private static readonly Argument<string> In = new("IN") { Description = "A .pose file of any version, or a .csv or .npy file that hasta convert wrote." };
    private static readonly Argument<string> Out = new("OUT") { Description = "The file to write: .pose, .csv or .npy. The latter two get a .json file beside them for all they cannot say." };
    private static readonly Option<string> PoseVersion = new("--pose-version") { Description = "Of a .pose file to write: 0.0, 0.1 or 0.2.", DefaultValueFactory = _ => "0.2" };
    private static readonly Option<float?> Fps = new("--fps") { Description = "Frames per second, where IN does not say it or OUT cannot hold what IN says." };
    private static readonly Option<string?> Size = new("--size") { Description = "Picture size, where IN does not say it: 640x480." };

    private static readonly Option<CoordinateUnits> Units = new("--units") { Description = "Of IN's coordinates: pixels, fractions (0..1 of the picture) or shoulders (shoulder widths from their middle). OUT's are pixels." };
    private static readonly Option<int?> Person = new("--person") { Description = "The only person to keep, from 1; all where left out." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("convert", "Converts landmark files, so that other tools can use Hasta's and Hasta theirs.") { In, Out, PoseVersion, Fps, Size, Units, Person };
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
            $"{TerminalText.Escape(to)}: {document.Frames} frames at {document.Fps:0.###} frames/s, {document.People} people, {document.Header.PointCount} points"));
        return ExitCode.Done;
    }

    /// <exception cref="UsageException">Values that cannot be.</exception>
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
                var other => throw new UsageException($"--pose-version {other}: there are 0.0, 0.1 and 0.2."),
            },
            Fps = parsed.GetValue(Fps) is null or (> 0 and <= 1000) ? parsed.GetValue(Fps) : throw new UsageException("--fps must be above 0 and at most 1000."),
            Units = parsed.GetValue(Units),
            Person = parsed.GetValue(Person),
            Size = size is null ? null : PictureSize.Parse(size) ?? throw new UsageException("--size must be like 640x480."),
        };
    }
}
