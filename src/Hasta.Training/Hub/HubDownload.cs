using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hasta.Datasets.Fetching;
using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>Fetches one file. What a cut, a kill or a stop leaves behind is gone on with; the file appears only when it is whole and its hash is right.</summary>
internal sealed class HubDownload(HubRequests requests, HubModel model, HubFile file, HubOptions options)
{
    private const int BufferBytes = 1 << 16;

    public required HubFileInfo Info { get; init; }

    public required IProgress<WorkProgress> Progress { get; init; }

    public required TimeProvider Clock { get; init; }

    private int slowTries;

    /// <returns>Its SHA-256, lower-case hex.</returns>
    /// <exception cref="HubException">The hub says no, or gives something else than it announced.</exception>
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
            if (!IsRight(hash, stream) && resumed)
            {
                stream.SetLength(0); // what an earlier run had left was no part of it
                await FetchAsync(stream, cancellationToken);
                hash = await HashAsync(stream, cancellationToken);
            }

            if (!IsRight(hash, stream))
            {
                stream.SetLength(0);
                throw new HubException($"{file.Name} of {model.Id} came with another hash than {options.Endpoint.Host} announced. Try again; if it stays so, something between you and the hub changes files.");
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
            throw new HubException($"{partial} is in use: another hasta fetches this model. Wait for it to end.", error);
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
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable || (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From != stream.Length))
        {
            stream.SetLength(0);
            throw new HttpRequestException("what is here already is no part of the file.");
        }

        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            throw HubErrors.From(response, model, file, options);
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            stream.SetLength(0); // the server sends it all, whatever was asked for
        }

        stream.Position = stream.Length;
        await CopyAsync(response, stream, cancellationToken);
        if (Info.Bytes is { } bytes && stream.Length < bytes)
        {
            throw new HttpRequestException($"the connection was cut after {stream.Length} of {bytes} bytes.");
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, FileStream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferBytes];
        var floor = new RateFloor(options.MinBytesPerSecond, RateFloor.DefaultWindow, Clock);
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

    /// <summary>A network's errors are not a disk's: they are tried again.</summary>
    private async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await IdleTimeout.WithinAsync(limit => body.ReadAsync(buffer, limit).AsTask(), options.IdleTimeout, cancellationToken);
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

    private bool IsRight(string sha256, FileStream stream) =>
        (Info.Bytes is null || stream.Length == Info.Bytes) && (Info.Sha256 is null || Info.Sha256 == sha256) && (Info.GitSha1 is null || Info.GitSha1 == GitHashOf(stream));

    /// <summary>git's name for the file's content: no proof against an attacker, but what a hub tells of small files.</summary>
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

    /// <summary>The first time it may be one bad connection.</summary>
    private Exception TooSlow(string host)
    {
        string problem = $"{host} sends less than {options.MinBytesPerSecond} bytes per second over a minute.";
        return ++slowTries < RateFloor.DefaultMaxSlowTries
            ? new HttpRequestException(problem)
            : new HubException($"{problem} Run the same command again later: what has come is kept. A line that is always this slow needs a lower {HubOptions.MinRateVariable}.");
    }

    private HubException TooLarge() => new($"{file.Name} of {model.Id} is larger than announced, or than the {file.MaxBytes} bytes it may have. Is it the right model?");
}
