using System.CommandLine;
using System.CommandLine.Help;
using Hasta.Cli.Doctor;
using Hasta.Tool.Commands;
using Hasta.Tool.Doctor;
using Hasta.Tool.Output;

namespace Hasta.Cli.Commands;

/// <summary>The whole command line.</summary>
internal static class HastaCommand
{
    public static Command Create(Terminal terminal) =>
        new("hasta", "Hasta recognizes signs of Indian Sign Language: from videos of people signing to recognized signs.")
        {
            new HelpOption(),
            new VersionOption(),
            DemoCommand.Create(terminal),
            PrepareCommand.Create(terminal),
            TrainCommand.Create(terminal),
            TrainSegmenterCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            LandmarksCommand.Create(terminal),
            RecognizeCommand.Create(terminal),
            LiveCommand.Create(terminal),
            ServeCommand.Create(terminal),
            SegmentCommand.Create(terminal),
            EnrollCommand.Create(terminal),
            LookupCommand.Create(terminal),
            WordsCommand.Create(terminal),
            PrototypesCommand.Create(terminal),
            ReferencesCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            ExportCommand.Create(terminal),
            CrossvalidateCommand.Create(terminal),
            BenchmarkCommand.Create(terminal),
            DownloadCommand.Create(terminal),
            DatasetCommand.Create(terminal),
            SplitsCommand.Create(terminal),
            CamerasCommand.Create(terminal),
            DoctorCommand.Create(
                terminal,
                [
                    ToolChecks.SdkAsync,
                    ToolChecks.NodeAsync,
                    .. DoctorCommand.CommonChecks,
                    DoctorCommand.AtOnce(TorchChecks.Torch),
                    DoctorCommand.AtOnce(TorchChecks.Devices),
                ]),
        };
}
