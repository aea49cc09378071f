namespace Hasta.Include.Download;

/// <summary>Adds up what several connections bring.</summary>
internal sealed class ByteTally
{
    private readonly IProgress<long> progress;
    private long bytes;

    /// <param name="already">What an earlier run brought.</param>
    /// <param name="progress">Told the sum.</param>
    public ByteTally(long already, IProgress<long> progress)
    {
        bytes = already;
        this.progress = progress;
        progress.Report(already);
    }

    public void Add(int more) => progress.Report(Interlocked.Add(ref bytes, more));
}
