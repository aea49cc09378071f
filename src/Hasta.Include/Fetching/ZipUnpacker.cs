using System.Threading.Channels;
using Hasta.Datasets.Fetching;
using Hasta.Include.Zip;

namespace Hasta.Include.Fetching;

/// <summary>Unpacks downloaded zips, and deletes each one once its clips are all on disk.</summary>
internal sealed class ZipUnpacker(DownloadJob job)
{
    /// <exception cref="UnsafeZipException">A zip is damaged or malicious.</exception>
    public async Task UnpackAllAsync(ChannelReader<PlannedZip> fetched, CancellationToken cancellationToken)
    {
        await foreach (PlannedZip zip in fetched.ReadAllAsync(cancellationToken))
        {
            job.Report(zip, zip.File.Bytes, DownloadStep.Unpacking);
            ZipMember[] members = await UnpackAsync(zip, cancellationToken);
            if (job.Request.Selection.TakesWholeZips)
            {
                job.Folder.Add(Describe(zip, members));
            }

            if (!job.Request.KeepZips)
            {
                job.Folder.RemoveZip(zip.Zip.Name);
            }

            job.Report(zip, zip.Bytes, DownloadStep.Finished);
        }
    }

    private async Task<ZipMember[]> UnpackAsync(PlannedZip zip, CancellationToken cancellationToken)
    {
        var source = new LocalZip(job.Contents.ZipPath(zip.Zip.Name));
        IReadOnlyList<ZipMember> all = await ZipDirectory.ReadAsync(source, cancellationToken);
        ZipMember[] wanted = [.. all.Where(member => job.Request.Selection.Takes(member.Name))];
        foreach (ZipMember member in wanted)
        {
            await ZipExtraction.ExtractAsync(
                source, member, job.Contents.ClipPath(zip.Zip, member.Name), NoProgress.Instance, cancellationToken);
            job.CountClip();
        }

        return wanted;
    }

    private UnpackedZip Describe(PlannedZip zip, ZipMember[] members)
    {
        string PathOf(ZipMember member) =>
            Path.GetRelativePath(job.Contents.Root, job.Contents.ClipPath(zip.Zip, member.Name)).Replace('\\', '/');
        return new UnpackedZip(zip.Zip.Name, zip.File.Hash?.Hex, members.ToDictionary(PathOf, member => member.Bytes))
        {
            IsKept = job.Request.KeepZips,
        };
    }
}
