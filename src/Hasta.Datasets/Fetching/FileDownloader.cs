using Hasta.Datasets.Fetching.Chunks;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Landmarks.IO;
using Microsoft.Extensions.Logging;

namespace Hasta.Datasets.Fetching;

/// <summary>
/// Downloads one complete file: several connections, a chunk each; resumes what an earlier process downloaded; verifies size and hash.
/// </summary>
internal sealed class FileDownloader(RangeReader reader, DownloadOptions options, ILogger logger)
{
    private const int MaxAttempts = 2;

    /// <param name="file">The file to download.</param>
    /// <param name="path">Where it appears once it is complete and verified.</param>
    /// <param name="progress">Bytes available so far; decreases when bytes have to be discarded.</param>
    /// <param name="cancellationToken">Cancels the download; the next invocation resumes it.</param>
    /// <exception cref="DownloadException">The server does not return the file, or returns another one than announced.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task DownloadAsync(RemoteFile file, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        if (await IsCompleteAsync(file, path, cancellationToken))
        {
            progress.Report(file.Bytes);
            return;
        }

        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await ResumeAsync(file, path, progress, cancellationToken);
                return;
            }
            catch (ChangedFileException error) when (attempt < MaxAttempts)
            {
                logger.LogWarning("{Problem} Starting {File} over.", error.Message, file.Name);
                ChunkedFile.Discard(path);
                progress.Report(0);
            }
            catch (ChangedFileException error)
            {
                ChunkedFile.Discard(path);
                throw new DownloadException(
                    $"{error.Message} This happened twice: the copy on the server is not the published file. "
                    + $"Try again later, or check {options.AddressSetting}.",
                    error);
            }
        }
    }

    /// <summary>Whether a complete file exists, left by --keep-zips or by a process that was killed before the extraction.</summary>
    private static async Task<bool> IsCompleteAsync(RemoteFile file, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        await using FileStream stream = InputFile.Open(path);
        return stream.Length == file.Bytes
            && (file.Hash is not { } hash
                || await FileHash.ComputeAsync(hash.Kind, (buffer, _) => stream.ReadAsync(buffer, cancellationToken), file.Bytes) == hash);
    }

    private async Task ResumeAsync(RemoteFile file, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using ChunkedFile chunks = ChunkedFile.Open(path, file);
        var tally = new ByteCounter(chunks.Map.DoneBytes, progress);
        using var oneStream = new SemaphoreSlim(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers =
        [
            .. Enumerable.Range(0, options.Connections).Select(_ => WorkAsync(new Work(file, chunks, tally, oneStream), stop)),
        ];
        await Task.WhenAll(workers).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        if (Array.Find(workers, worker => worker.IsFaulted) is { } failed)
        {
            await failed;
        }

        await VerifyAsync(file, chunks, cancellationToken);
        chunks.Finish();
    }

    /// <summary>One connection: one chunk range after another until none is free. The first failure stops the other connections.</summary>
    private async Task WorkAsync(Work work, CancellationTokenSource stop)
    {
        try
        {
            int emptyAttempts = 0;
            while (work.Chunks.Map.Claim() is { } range)
            {
                try
                {
                    await FetchAsync(work, range, stop.Token);
                }
                catch (RangeIgnoredException error)
                {
                    logger.LogInformation("{Problem} Reading it from its start.", error.Message);
                    emptyAttempts = await StreamAsync(work, stop.Token) ? 0 : emptyAttempts + 1;
                    if (emptyAttempts == options.Attempts)
                    {
                        throw new DownloadException(
                            $"{work.File.Address} ignores range requests, and its stream was interrupted {emptyAttempts} times "
                            + $"before it delivered anything new. Run the same command again, or check {options.AddressSetting}.");
                    }
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task FetchAsync(Work work, ChunkRange range, CancellationToken cancellationToken)
    {
        var sink = new ChunkSink(work.Chunks, work.Tally, range);
        try
        {
            await reader.ReadAsync(
                new RangeRequest(work.File, work.Chunks.Identity, work.Chunks.Map.RangeOf(range), sink.TakeAsync), cancellationToken);
        }
        finally
        {
            sink.GiveBack();
        }
    }

    /// <summary>
    /// For servers that always send the whole file: one connection reads it from the start and takes the chunks that are missing.
    /// </summary>
    /// <returns>Whether it received anything new, or nothing was missing.</returns>
    private async Task<bool> StreamAsync(Work work, CancellationToken cancellationToken)
    {
        await work.OneStream.WaitAsync(cancellationToken);
        var sink = new ChunkSink(work.Chunks, work.Tally);
        try
        {
            if (!work.Chunks.Map.IsAnyMissing())
            {
                return true;
            }

            await reader.ReadAsync(
                new RangeRequest(work.File, work.Chunks.Identity, new ByteRange(0, work.File.Bytes), sink.TakeAsync), cancellationToken);
            return true;
        }
        catch (RangeIgnoredException)
        {
            // The stream was interrupted late and the server still ignores Range: what was received is kept, and the caller starts again.
            return sink.HasTaken;
        }
        finally
        {
            sink.GiveBack();
            work.OneStream.Release();
        }
    }

    private static async Task VerifyAsync(RemoteFile file, ChunkedFile chunks, CancellationToken cancellationToken)
    {
        if (file.Hash is not { } announced)
        {
            return;
        }

        FileHash found = await FileHash.ComputeAsync(
            announced.Kind, (buffer, offset) => chunks.ReadAsync(buffer, offset, cancellationToken), file.Bytes);
        if (found != announced)
        {
            throw new ChangedFileException($"{file.Address} has another hash than announced: {found} instead of {announced}.");
        }
    }

    private sealed record Work(RemoteFile File, ChunkedFile Chunks, ByteCounter Tally, SemaphoreSlim OneStream);
}
