namespace Hasta.Include.Fetching;

/// <summary>One invocation of a download: where it writes, what was requested, and how far it is.</summary>
internal sealed class DownloadJob(DownloadFolder folder, IncludeRequest request, IProgress<DownloadProgress> progress)
{
    private int clips;

    public DownloadFolder Folder => folder;

    public IncludeFolder Contents => folder.Contents;

    public IncludeRequest Request => request;

    /// <summary>Clips unpacked so far.</summary>
    public int Clips => clips;

    public void CountClip() => Interlocked.Increment(ref clips);

    public void Report(PlannedZip zip, long done, DownloadStep step) =>
        progress.Report(new DownloadProgress(zip.Zip.Name, done, zip.Bytes, step));

    /// <summary>Receives the bytes of a zip that are there.</summary>
    public IProgress<long> TrackWhole(PlannedZip zip) => new WholeBytes(this, zip);

    /// <summary>Receives the bytes of each member that arrive.</summary>
    public IProgress<long> TrackMembers(PlannedZip zip) => new PackedBytes(this, zip);

    private sealed class WholeBytes(DownloadJob job, PlannedZip zip) : IProgress<long>
    {
        public void Report(long value) => job.Report(zip, value, DownloadStep.Fetching);
    }

    private sealed class PackedBytes(DownloadJob job, PlannedZip zip) : IProgress<long>
    {
        private long bytes;

        public void Report(long value) => job.Report(zip, Interlocked.Add(ref bytes, value), DownloadStep.Fetching);
    }
}
