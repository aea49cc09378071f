using System.CommandLine;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta cameras</c>: lists the cameras of this machine.</summary>
internal static class CamerasCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("cameras", "Lists the cameras of this machine, one per line: name, tab, id.");
        command.SetAction((_, cancellationToken) => RunAsync(terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        IReadOnlyList<CameraDevice> cameras = await CameraList.FindAsync(cancellationToken: cancellationToken);
        foreach (CameraDevice camera in cameras)
        {
            terminal.Answers.WriteLine($"{TerminalText.Escape(camera.Name)}\t{TerminalText.Escape(camera.Id)}");
        }

        if (cameras.Count > 0)
        {
            return ExitCode.Done;
        }

        terminal.WriteError($"{CameraList.NoneFound} {CameraList.Remedy}");
        return ExitCode.UserError;
    }
}
