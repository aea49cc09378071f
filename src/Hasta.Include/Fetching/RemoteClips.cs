using Hasta.Datasets.Clips;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Include.Zip;
using Hasta.Landmarks;

namespace Hasta.Include.Fetching;

/// <summary>Lists the selected clips on the server, from the zips' directories only.</summary>
internal static class RemoteClips
{
    private const int MaxParallel = 4;

    /// <summary>In ordinal order of their ids, with their sessions and official splits.</summary>
    /// <exception cref="HastaException">A directory cannot be read, or the server serves whole files only.</exception>
    public static async Task<IReadOnlyList<RemoteClip>> ListAsync(
        RangeReader reader, IncludeRecord record, IncludeSelection selection, CancellationToken cancellationToken)
    {
        IncludeZip[] zips = [.. selection.Zips.Where(zip => record.Files.ContainsKey(zip.Name))];
        var clips = new IReadOnlyList<RemoteClip>[zips.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(zips.Index(), options, async (zip, token) =>
        {
            var source = new RemoteZip(reader, record.Files[zip.Item.Name]);
            IReadOnlyList<ZipMember> members = await ZipDirectory.ReadAsync(source, token);
            clips[zip.Index] =
            [
                .. members.Where(member => selection.Takes(member.Name))
                    .Select(member => new RemoteClip(ClipOf(zip.Item, member, selection.Labels), source, member)),
            ];
        });
        RemoteClip[] all = [.. clips.SelectMany(found => found).OrderBy(found => found.Clip.Id, StringComparer.Ordinal)];
        return [.. ClipId.MakeUnique(all.Select(found => found.Clip)).Zip(all, (clip, found) => found with { Clip = clip })];
    }

    private static Clip ClipOf(IncludeZip zip, ZipMember member, IncludeLabels labels)
    {
        IncludeName name = IncludeName.Parse(member.Name)!;
        bool hasCategory = IncludeName.KeyOf(name.Category) == IncludeName.KeyOf(zip.Category);
        IncludeClip? listed = IncludeClips.Find(member.Name);
        return new Clip(
            $"{zip.Name}/{member.Name}",
            hasCategory ? member.Name : $"{zip.Category}/{member.Name}",
            listed is null ? name.Gloss : GlossCorrections.GlossOf(listed, labels))
        {
            Session = listed?.Session,
            Split = listed?.Official,
        };
    }
}
