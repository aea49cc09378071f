using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Hasta.Cli.Doctor;

/// <summary>Asks a program for its version.</summary>
public static class ProgramProbe
{
    /// <returns>The first line that the program printed, or null where there is no such program.</returns>
    public static async Task<string?> FirstLineAsync(string program, string argument, CancellationToken cancellationToken)
    {
        try
        {
            BufferedCommandResult result = await CliWrap.Cli.Wrap(program)
                .WithArguments(argument)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken);
            return result.ExitCode == 0 ? result.StandardOutput.Split('\n')[0].Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
