using System.CommandLine;
using System.CommandLine.Help;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary>The tool's command line: all commands that do not need libtorch.</summary>
internal static class ToolCommand
{
    public static Command Create(Terminal terminal) => new(
        "hasta", "Hasta recognizes signs of Indian Sign Language in video, and finds the landmarks of signers.")
    {
        new HelpOption(),
        new VersionOption(),
        RecognizeCommand.Create(terminal),
        LiveCommand.Create(terminal),
        ServeCommand.Create(terminal),
        SegmentCommand.Create(terminal),
        EnrollCommand.Create(terminal),
        LookupCommand.Create(terminal),
        WordsCommand.Create(terminal),
        LandmarksCommand.Create(terminal),
        PrepareCommand.Create(terminal),
        PrototypesCommand.Create(terminal),
        ReferencesCommand.Create(terminal),
        ConvertCommand.Create(terminal),
        CamerasCommand.Create(terminal),
        DoctorCommand.Create(terminal, DoctorCommand.CommonChecks),
    };
}
