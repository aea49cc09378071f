using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hasta.Datasets.Fetching;
using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>
/// Fetches one file. Resumes after a lost connection, a kill or a stop; the file appears only when it is complete and its hash matches.
/// </summary>
internal sealed class HubDownload(HubRequests requests, HubModel model, HubFile file, HubOptions options)
{
    private const int BufferBytes = 1 << 16;

    public required HubFileInfo Info { get; init; }

    public required IProgress<WorkProgress> Progress { get; init; }

    public required TimeProvider Clock { get; init; }

    private int slowTries;

    /// <returns>The file's SHA-256, in lowercase hex.</returns>
    /// <exception cref="HubException">The hub refuses, or sends other data than it announced.</exception>
    public async Task<string> RunAsync(string target, CancellationToken cancellationToken)
    {
        if (Info.Bytes > file.MaxBytes)
        {
            throw TooLarge();
        }

        string partial = target + ".download";
        string hash;
        await using (FileStream stream = Open(partial))
        {
            bool resumed = stream.Length > 0;
            await FetchAsync(stream, cancellationToken);
            hash = await HashAsync(stream, cancellationToken);
            if (!Matches(hash, stream) && resumed)
            {
                stream.SetLength(0); // the data of an earlier process did not belong to this file
                await FetchAsync(stream, cancellationToken);
                hash = await HashAsync(stream, cancellationToken);
            }

            if (!Matches(hash, stream))
            {
                stream.SetLength(0);
                throw new HubException(
                    $"{file.Name} of {model.Id} has another hash than {options.Endpoint.Host} announced. "
                    + "Try again; if it happens again, something between you and the hub modifies files.");
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, target, overwrite: true);
        return hash;
    }

    private static FileStream Open(string partial)
    {
        try
        {
            return new FileStream(partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(partial))
        {
            throw new HubException($"{partial} is in use: another hasta process is fetching this model. Wait for it to finish.", error);
        }
    }

    private async Task FetchAsync(FileStream stream, CancellationToken cancellationToken) => await requests.Retries.ExecuteAsync(
        async limit =>
        {
            if (stream.Length > (Info.Bytes ?? file.MaxBytes))
            {
                stream.SetLength(0);
            }

            if (stream.Length != Info.Bytes)
            {
                await FetchRestAsync(stream, limit);
            }
        },
        cancellationToken);

    private async Task FetchRestAsync(FileStream stream, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await requests.FetchAsync(requests.AddressOf(model, file), stream.Length, cancellationToken);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
            || (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From != stream.Length))
        {
            stream.SetLength(0);
            throw new HttpRequestException("the data received before does not belong to this file.");
        }

        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            throw HubErrors.From(response, model, file, options);
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            stream.SetLength(0); // the server ignores Range and sends the whole file
        }

        stream.Position = stream.Length;
        await CopyAsync(response, stream, cancellationToken);
        if (Info.Bytes is { } bytes && stream.Length < bytes)
        {
            throw new HttpRequestException($"the connection was closed after {stream.Length} of {bytes} bytes.");
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, FileStream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferBytes];
        var floor = new MinRateMonitor(options.MinBytesPerSecond, MinRateMonitor.DefaultWindow, Clock);
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (await ReadAsync(body, buffer, cancellationToken) is > 0 and var read)
        {
            if (stream.Length + read > (Info.Bytes ?? file.MaxBytes))
            {
                stream.SetLength(0);
                throw TooLarge();
            }

            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            Progress.Report(new WorkProgress((int)(stream.Length >> 20), (int)((Info.Bytes ?? 0) >> 20), $"{file.Name}, MiB"));
            if (floor.IsBelowWith(read))
            {
                throw TooSlow(response.RequestMessage!.RequestUri!.Host);
            }
        }
    }

    /// <remarks>Distinguishes network errors, which are retried, from disk errors.</remarks>
    private async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await IdleTimeout.RunWithTimeoutAsync(
                limit => body.ReadAsync(buffer, limit).AsTask(),
                options.IdleTimeout,
                cancellationToken);
        }
        catch (IOException error)
        {
            throw new HttpRequestException(error.Message, error);
        }
    }

    private static async Task<string> HashAsync(FileStream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private bool Matches(string sha256, FileStream stream) =>
        (Info.Bytes is null || stream.Length == Info.Bytes)
        && (Info.Sha256 is null || Info.Sha256 == sha256)
        && (Info.GitSha1 is null || Info.GitSha1 == GitHashOf(stream));

    /// <summary>
    /// The git blob hash of the content. SHA-1 does not protect against an attacker, but is all that a hub reports for small files.
    /// </summary>
    private static string GitHashOf(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {stream.Length}\0"));
        byte[] buffer = new byte[BufferBytes];
        stream.Position = 0;
        while (stream.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <remarks>The first time is retried: it may be a single bad connection.</remarks>
    private Exception TooSlow(string host)
    {
        string problem = $"{host} sends less than {options.MinBytesPerSecond} bytes per second over a minute.";
        return ++slowTries < MinRateMonitor.DefaultMaxSlowTries
            ? new HttpRequestException(problem)
            : new HubException(
                $"{problem} Run the same command again later; data received so far is kept. "
                + $"If your connection is always this slow, lower {HubOptions.MinRateVariable}.");
    }

    private HubException TooLarge() => new(
        $"{file.Name} of {model.Id} is larger than announced, or larger than the limit of {file.MaxBytes} bytes. Is it the right model?");
}
