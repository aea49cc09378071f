using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Hasta.Tool.Doctor;

/// <summary>Runs a program to get its version.</summary>
internal static class ProgramProbe
{
    private const int MaxProblemLength = 600;

    /// <returns>The first line that the program printed, or why there is none.</returns>
    public static async Task<(string? Line, string Problem)> FirstLineAsync(
        string program,
        string argument,
        CancellationToken cancellationToken)
    {
        try
        {
            BufferedCommandResult result = await CliWrap.Cli.Wrap(program)
                .WithArguments(argument)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken);
            return result.ExitCode == 0 ? (result.StandardOutput.Split('\n')[0].Trim(), "") : (null, ProblemOf(result));
        }
        catch (Win32Exception)
        {
            return (null, "not found on PATH");
        }
    }

    /// <summary>All output of the program on one line.</summary>
    private static string ProblemOf(BufferedCommandResult result)
    {
        string output = $"{result.StandardError} {result.StandardOutput}";
        string text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? $"it exited with code {result.ExitCode}" : text[..Math.Min(text.Length, MaxProblemLength)];
    }
}
