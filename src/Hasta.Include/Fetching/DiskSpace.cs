using Hasta.Include.Download;

namespace Hasta.Include.Fetching;

/// <summary>Makes sure that what is to come has room.</summary>
/// <param name="freeAt">Free bytes of the disk that a folder lies on.</param>
internal sealed class DiskSpace(Func<string, long> freeAt)
{
    /// <summary>Left for everything else on the machine.</summary>
    private const long Reserve = 512L << 20;

    private const double Gigabyte = 1e9;

    public static DiskSpace OfMachine { get; } = new(folder => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);

    /// <param name="folder">Where it is to be written.</param>
    /// <param name="needed">Bytes, at the fullest moment.</param>
    /// <exception cref="DownloadException">Too little is free; the message says how much is missing.</exception>
    public void Check(string folder, long needed)
    {
        long free = freeAt(folder);
        if (free < needed + Reserve)
        {
            throw new DownloadException(FormattableString.Invariant(
                $"{folder}: {(needed + Reserve) / Gigabyte:0.0} GB are needed and {free / Gigabyte:0.0} GB are free. Make room for {(needed + Reserve - free) / Gigabyte:0.0} GB, choose another --to, ask for less (--include50, --category, --glosses), or keep landmarks only (--streaming-prepare)."));
        }
    }
}
