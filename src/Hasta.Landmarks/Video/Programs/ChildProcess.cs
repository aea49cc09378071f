using System.ComponentModel;
using System.Diagnostics;

namespace Hasta.Landmarks.Video.Programs;

/// <summary>A child process with drained stderr and idle timeouts that does not outlive its owner.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int PipeBytes = 64 << 10;
    private readonly Process process;
    private readonly Stream output;
    private readonly Task errors;

    private ChildProcess(Process process, Action<string> onErrorLine)
    {
        this.process = process;
        output = process.StandardOutput.BaseStream;
        errors = Task.Run(() => DrainAsync(onErrorLine));
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
    }

    /// <summary>Starts a program. <paramref name="onErrorLine"/> gets each line of stderr on another thread and must not throw.</summary>
    /// <exception cref="MissingFfmpegException">The program cannot be started.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, Action<string> onErrorLine) =>
        Start(new ProcessStartInfo(program, arguments), onErrorLine);

    /// <summary>Starts a program that reads a file of a stranger, with <see cref="MemoryLimit"/>.</summary>
    /// <exception cref="MissingFfmpegException">The program cannot be started.</exception>
    public static ChildProcess StartLimited(string program, IEnumerable<string> arguments, Action<string> onErrorLine) =>
        Start(MemoryLimit.Apply(program, arguments), onErrorLine);

    /// <summary>Starts a program that reads from <see cref="WriteAsync"/>. Its stdout is not read and must stay empty.</summary>
    /// <exception cref="MissingFfmpegException">The program cannot be started.</exception>
    public static ChildProcess StartWithInput(string program, IEnumerable<string> arguments, Action<string> onErrorLine) =>
        Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true }, onErrorLine);

    /// <summary>Writes all of <paramref name="bytes"/> to stdin.</summary>
    /// <exception cref="IOException">The child has closed its stdin, for example because it exited.</exception>
    /// <exception cref="TimeoutException">The child did not read them within <paramref name="idleTimeout"/>; it is killed.</exception>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, TimeSpan idleTimeout, CancellationToken cancellationToken) => RunWithTimeoutAsync(
        async token =>
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, token);
            return bytes.Length;
        },
        idleTimeout,
        cancellationToken);

    /// <summary>Closes the child's stdin.</summary>
    public void EndInput() => process.StandardInput.BaseStream.Dispose();

    /// <summary>Fills <paramref name="buffer"/> from stdout; fewer bytes mean the end.</summary>
    /// <exception cref="TimeoutException">The buffer was not filled within <paramref name="idleTimeout"/>; the child is killed.</exception>
    public Task<int> ReadAsync(Memory<byte> buffer, TimeSpan idleTimeout, CancellationToken cancellationToken) => RunWithTimeoutAsync(
        token => FillAsync(buffer, token),
        idleTimeout,
        cancellationToken);

    /// <summary>Reads all of stdout as UTF-8, up to <paramref name="maxBytes"/>.</summary>
    public async Task<string> ReadTextAsync(TimeSpan idleTimeout, int maxBytes, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[maxBytes];
        int read = await ReadAsync(bytes, idleTimeout, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, read);
    }

    /// <summary>Waits for the exit code and for the end of stderr.</summary>
    public Task<int> ExitAsync(TimeSpan idleTimeout, CancellationToken cancellationToken) => RunWithTimeoutAsync(
        async token =>
        {
            await process.WaitForExitAsync(token);
            await errors.WaitAsync(token);
            return process.ExitCode;
        },
        idleTimeout,
        cancellationToken);

    /// <summary>
    /// Awaits one operation; on cancellation or after <paramref name="idleTimeout"/> kills the child, which also ends a blocked read.
    /// </summary>
    public async Task<T> RunWithTimeoutAsync<T>(
        Func<CancellationToken, Task<T>> wait,
        TimeSpan idleTimeout,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(idleTimeout);
        try
        {
            return await wait(limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Kill();
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"nothing came for {idleTimeout.TotalSeconds:0.#} s");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        await errors;
        process.Dispose();
    }

    // A frame arrives through the pipe in over a hundred chunks: awaiting each costs more than a thread that waits for all of them.
    private Task<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken) => buffer.Length > PipeBytes
        ? Task.Run(() => output.ReadAtLeast(buffer.Span, buffer.Length, throwOnEndOfStream: false), cancellationToken)
        : output.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).AsTask();

    /// <summary>For a process that exits before <see cref="DisposeAsync"/>, because the user stopped it twice.</summary>
    private void KillOnExit(object? sender, EventArgs args)
    {
        try
        {
            Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // The child exited on its own in the meantime.
        }
    }

    private void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static ChildProcess Start(ProcessStartInfo start, Action<string> onErrorLine)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        (start.UseShellExecute, start.CreateNoWindow) = (false, true);
        try
        {
            return new ChildProcess(Process.Start(start)!, onErrorLine);
        }
        catch (Win32Exception error)
        {
            throw new MissingFfmpegException($"{start.FileName} does not start: {error.Message}.", error);
        }
    }

    private async Task DrainAsync(Action<string> onErrorLine)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            onErrorLine(line);
        }
    }
}
