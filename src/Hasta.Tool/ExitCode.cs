using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Tool.Output;

namespace Hasta.Tool;

/// <summary>0: done; 2: an error the user can fix; 130: cancelled. Any other code is a crash with a stack trace.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int UserError = 2;
    public const int Cancelled = 130;

    public static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, StopSignals? signals = null)
    {
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = terminal.Answers,
            Error = terminal.Messages,
        };
        try
        {
            int code = await InvokeAsync(parsed, configuration, signals);
            return parsed.Errors.Count > 0 ? UserError : code;
        }
        catch (HastaException error)
        {
            terminal.WriteError(error.Message);
            return UserError;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            terminal.WriteError(
                $"{PendingFile.NameTarget(error.Message)} Check that the path exists, is writable and has room; finished files are kept.");
            return UserError;
        }
        catch (OperationCanceledException)
        {
            terminal.WriteError("stopped; what was finished is kept.");
            return Cancelled;
        }
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, InvocationConfiguration configuration, StopSignals? signals)
    {
        try
        {
            return await parsed.InvokeAsync(configuration, signals?.Token ?? CancellationToken.None);
        }
        finally
        {
            signals?.BlockWhileExiting();
        }
    }
}
