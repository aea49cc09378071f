using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Include.Zip;
using Hasta.Landmarks;

namespace Hasta.Include.Fetching;

/// <summary>Determines what is left to download.</summary>
internal sealed class IncludePlanner(RangeReader reader, IncludeRecord record)
{
    private const int MaxParallel = 4;

    /// <param name="request">What to download.</param>
    /// <param name="folder">What is already there.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <exception cref="HastaException">A zip's directory cannot be read.</exception>
    public async Task<IReadOnlyList<PlannedZip>> PlanAsync(
        IncludeRequest request, IncludeFolder folder, CancellationToken cancellationToken)
    {
        IncludeZip[] zips = [.. request.Selection.Zips.Where(zip => record.Files.ContainsKey(zip.Name))];
        var plan = new PlannedZip[zips.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            zips.Index(), options, async (zip, token) => plan[zip.Index] = await PlanAsync(request, folder, zip.Item, token));
        return plan;
    }

    private async Task<PlannedZip> PlanAsync(
        IncludeRequest request, IncludeFolder folder, IncludeZip zip, CancellationToken cancellationToken)
    {
        RemoteFile file = record.Files[zip.Name];
        (bool wasUnpacked, bool isWhole) = folder.Unpacked(file);
        bool isKept = !request.KeepZips || File.Exists(folder.ZipPath(zip.Name));
        var whole = new PlannedZip { Zip = zip, File = file, IsDone = isWhole && isKept };

        // If a zip was unpacked before, only the clips that have been deleted since are fetched again.
        bool takesWhole = request.Selection.TakesWholeZips && !(wasUnpacked && isKept);
        return takesWhole || whole.IsDone ? whole : await PlanMembersAsync(request, folder, whole, cancellationToken);
    }

    private async Task<PlannedZip> PlanMembersAsync(
        IncludeRequest request, IncludeFolder folder, PlannedZip whole, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<ZipMember> all = await ZipDirectory.ReadAsync(new RemoteZip(reader, whole.File), cancellationToken);
            ZipMember[] left =
            [
                .. all.Where(member => request.Selection.Takes(member.Name)
                    && !IncludeFolder.HasClip(folder.ClipPath(whole.Zip, member.Name), member.Bytes)),
            ];
            return whole with { Members = left, IsDone = left.Length == 0 };
        }
        catch (RangesRefusedException)
        {
            return whole;
        }
    }
}
