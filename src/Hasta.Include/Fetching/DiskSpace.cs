using Hasta.Datasets.Fetching;

namespace Hasta.Include.Fetching;

/// <summary>Checks that a download fits on the disk.</summary>
/// <param name="freeAt">Returns the free bytes of the disk that contains a folder.</param>
internal sealed class DiskSpace(Func<string, long> freeAt)
{
    /// <summary>Kept free for everything else on the machine.</summary>
    private const long Reserve = 512L << 20;

    private const double Gigabyte = 1e9;

    public static DiskSpace OfMachine { get; } = new(folder => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);

    /// <param name="folder">The destination.</param>
    /// <param name="needed">Bytes at the peak.</param>
    /// <exception cref="DownloadException">Too little is free; the message states how much is missing.</exception>
    public void Check(string folder, long needed)
    {
        long free = freeAt(folder);
        if (free < needed + Reserve)
        {
            throw new DownloadException(
                FormattableString.Invariant($"{folder}: {(needed + Reserve) / Gigabyte:0.0} GB are needed and ")
                + FormattableString.Invariant($"{free / Gigabyte:0.0} GB are free. ")
                + FormattableString.Invariant($"Make room for {(needed + Reserve - free) / Gigabyte:0.0} GB, choose another --to, ")
                + "select less (--include50, --category, --glosses), or keep landmarks only (--streaming-prepare).");
        }
    }
}
