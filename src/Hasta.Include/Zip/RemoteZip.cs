using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;

namespace Hasta.Include.Zip;

/// <summary>A zip on a server, of which only some members are needed.</summary>
internal sealed class RemoteZip(RangeReader reader, RemoteFile file) : IZipSource
{
    private readonly RemoteIdentity identity = new(file.Bytes);

    public string Name => file.Address.ToString();

    public long Bytes => file.Bytes;

    /// <exception cref="DownloadException">The server does not return the bytes.</exception>
    /// <exception cref="RangesRefusedException">The server serves whole files only.</exception>
    public async Task CopyAsync(
        ByteRange stretch, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, CancellationToken cancellationToken)
    {
        try
        {
            await reader.ReadAsync(
                new RangeRequest(file, identity, stretch, async (bytes, token) =>
                {
                    await sink(bytes, token);
                    return true;
                }),
                cancellationToken);
        }
        catch (RangeIgnoredException error)
        {
            throw new RangesRefusedException($"{error.Message} Single clips cannot be fetched from there.", error);
        }
        catch (ChangedFileException error)
        {
            throw new DownloadException($"{error.Message} Run the same command again.", error);
        }
    }
}
