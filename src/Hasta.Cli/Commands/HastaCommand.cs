using System.CommandLine;
using System.CommandLine.Help;

namespace Hasta.Cli.Commands;

/// <summary>The whole command line.</summary>
public static class HastaCommand
{
    public static Command Create(Terminal terminal) =>
        new("hasta", "Hasta recognises Indian Sign Language words: from videos of people signing to a recognised sign.")
        {
            new HelpOption(),
            new VersionOption(),
            DemoCommand.Create(terminal),
            PrepareCommand.Create(terminal),
            TrainCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            LandmarksCommand.Create(terminal),
            RecognizeCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            ExportCommand.Create(terminal),
            CrossvalidateCommand.Create(terminal),
            DownloadCommand.Create(terminal),
            DatasetCommand.Create(terminal),
            SplitsCommand.Create(terminal),
            CamerasCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
}
