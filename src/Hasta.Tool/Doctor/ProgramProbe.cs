using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Hasta.Tool.Doctor;

/// <summary>Asks a program for its version.</summary>
internal static class ProgramProbe
{
    private const int MaxProblemLetters = 600;

    /// <returns>The first line that the program printed, or what kept it from answering.</returns>
    public static async Task<(string? Line, string Problem)> FirstLineAsync(string program, string argument, CancellationToken cancellationToken)
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

    /// <summary>Everything that it says, on one line.</summary>
    private static string ProblemOf(BufferedCommandResult result)
    {
        string text = string.Join(' ', $"{result.StandardError} {result.StandardOutput}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? $"it ends with {result.ExitCode}" : text[..Math.Min(text.Length, MaxProblemLetters)];
    }
}
