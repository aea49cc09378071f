using Hasta.Landmarks.IO;
using Microsoft.Extensions.Logging;

namespace Hasta.Include.Download;

/// <summary>Brings one file whole: several connections, a part each; what an earlier run brought is kept; size and MD5 are verified.</summary>
internal sealed class FileDownloader(RangeReader reader, DownloadOptions options, ILogger<FileDownloader> logger)
{
    private const int Tries = 2;

    /// <param name="file">What to bring.</param>
    /// <param name="path">Where it appears once it is whole and verified.</param>
    /// <param name="progress">Bytes of it that are here; bytes that had to be given up are taken back.</param>
    /// <param name="cancellationToken">Stops; the next run continues from there.</param>
    /// <exception cref="DownloadException">The server does not give it, or gives another file than announced.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task DownloadAsync(RemoteFile file, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        if (await IsThereAsync(file, path, cancellationToken))
        {
            progress.Report(file.Bytes);
            return;
        }

        for (int tried = 1; ; tried++)
        {
            try
            {
                await BringAsync(file, path, progress, cancellationToken);
                return;
            }
            catch (ChangedFileException error) when (tried < Tries)
            {
                logger.LogWarning("{Problem} Starting {File} over.", error.Message, file.Name);
                ChunkedFile.Discard(path);
                progress.Report(0);
            }
            catch (ChangedFileException error)
            {
                ChunkedFile.Discard(path);
                throw new DownloadException($"{error.Message} Twice now: the copy on the server is not the published file. Try again later, or another --base-url.", error);
            }
        }
    }

    /// <summary>Whether a whole file lies there, as --keep-zips or a kill before its extraction left it.</summary>
    private static async Task<bool> IsThereAsync(RemoteFile file, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        await using FileStream stream = InputFile.Open(path);
        return stream.Length == file.Bytes && (file.Md5 is null || await Md5Sum.OfAsync((buffer, _) => stream.ReadAsync(buffer, cancellationToken), file.Bytes) == file.Md5);
    }

    private async Task BringAsync(RemoteFile file, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using ChunkedFile parts = ChunkedFile.Open(path, file);
        var tally = new ByteTally(parts.DoneBytes, progress);
        using var oneStream = new SemaphoreSlim(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers = [.. Enumerable.Range(0, options.Connections).Select(_ => WorkAsync(new Work(file, parts, tally, oneStream), stop))];
        await Task.WhenAll(workers).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        if (Array.Find(workers, worker => worker.IsFaulted) is { } failed)
        {
            await failed;
        }

        await VerifyAsync(file, parts, cancellationToken);
        parts.Finish();
    }

    /// <summary>One connection: part after part until none is free. The first that fails stops the others.</summary>
    private async Task WorkAsync(Work work, CancellationTokenSource stop)
    {
        try
        {
            int fruitless = 0;
            while (work.Parts.Claim() is { } run)
            {
                try
                {
                    await FetchAsync(work, run, stop.Token);
                }
                catch (RangeIgnoredException error)
                {
                    logger.LogInformation("{Problem} Reading it from its start.", error.Message);
                    fruitless = await StreamAsync(work, stop.Token) ? 0 : fruitless + 1;
                    if (fruitless == options.Attempts)
                    {
                        throw new DownloadException(
                            $"{work.File.Address} cannot be asked for parts, and {fruitless} times its one stream was cut before it brought anything new. Run the same command again, or use another --base-url.");
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

    private async Task FetchAsync(Work work, ChunkRange run, CancellationToken cancellationToken)
    {
        var taker = new ChunkSink(work.Parts, work.Tally, run);
        try
        {
            await reader.ReadAsync(new RangeRequest(work.File, work.Parts.Identity, work.Parts.StretchOf(run), taker.TakeAsync), cancellationToken);
        }
        finally
        {
            taker.GiveBack();
        }
    }

    /// <summary>For servers that send the whole file whatever is asked: one connection reads on from the start and takes the parts that are missing.</summary>
    /// <returns>Whether it brought anything, or there was nothing left to bring.</returns>
    private async Task<bool> StreamAsync(Work work, CancellationToken cancellationToken)
    {
        await work.OneStream.WaitAsync(cancellationToken);
        var taker = new ChunkSink(work.Parts, work.Tally);
        try
        {
            if (!work.Parts.IsAnyMissing())
            {
                return true;
            }

            await reader.ReadAsync(new RangeRequest(work.File, work.Parts.Identity, new ByteRange(0, work.Parts.Bytes), taker.TakeAsync), cancellationToken);
            return true;
        }
        catch (RangeIgnoredException)
        {
            // The stream was cut far in and the server still sends no parts: what it brought is kept, and the caller begins again.
            return taker.HasTaken;
        }
        finally
        {
            taker.GiveBack();
            work.OneStream.Release();
        }
    }

    private static async Task VerifyAsync(RemoteFile file, ChunkedFile parts, CancellationToken cancellationToken)
    {
        if (file.Md5 is null)
        {
            return;
        }

        string found = await Md5Sum.OfAsync((buffer, at) => parts.ReadAsync(buffer, at, cancellationToken), parts.Bytes);
        if (found != file.Md5)
        {
            throw new ChangedFileException($"{file.Address} has the MD5 {found}, and the record says {file.Md5}.");
        }
    }

    private sealed record Work(RemoteFile File, ChunkedFile Parts, ByteTally Tally, SemaphoreSlim OneStream);
}
