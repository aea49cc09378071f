namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>Sums the bytes received by several connections.</summary>
internal sealed class ByteCounter
{
    private readonly IProgress<long> progress;
    private long bytes;

    /// <param name="already">Bytes received by an earlier process.</param>
    /// <param name="progress">Receives the sum.</param>
    public ByteCounter(long already, IProgress<long> progress)
    {
        bytes = already;
        this.progress = progress;
        progress.Report(already);
    }

    public void Add(int more) => progress.Report(Interlocked.Add(ref bytes, more));
}
