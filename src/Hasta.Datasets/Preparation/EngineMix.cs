using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>Keeps landmarks of different engines apart: a model trained on both performs badly on either.</summary>
internal static class EngineMix
{
    /// <param name="data">The data folder.</param>
    /// <param name="known">Its current entries.</param>
    /// <param name="items">The clips to add or redo.</param>
    /// <exception cref="DataFolderException">The folder would end up with clips from two engines.</exception>
    public static void ThrowIfMixed(string data, IEnumerable<ManifestEntry> known, IReadOnlyList<PrepareItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        PrepareItem first = items[0];
        LandmarkEngineId engine = first.Extractor.Engine;
        if (items.FirstOrDefault(item => !item.Extractor.Engine.IsCompatibleWith(engine)) is { } other)
        {
            throw Mixed(data, (first.Clip.Path, engine), (other.Clip.Path, other.Extractor.Engine));
        }

        var ids = items.Select(item => item.Clip.Id).ToHashSet(StringComparer.Ordinal);
        var sources = items.Select(item => item.Extractor.SourceOf(item.Clip)).ToHashSet(StringComparer.Ordinal);
        ManifestEntry? foreign = known.FirstOrDefault(entry =>
            !ids.Contains(entry.Clip) && !sources.Contains(entry.Source) && !entry.Engine.IsCompatibleWith(engine));
        if (foreign is not null)
        {
            throw Mixed(data, (foreign.Source, foreign.Engine), (first.Clip.Path, engine));
        }
    }

    private static DataFolderException Mixed(
        string data, (string Clip, LandmarkEngineId Engine) one, (string Clip, LandmarkEngineId Engine) other) => new(
        $"{data} would contain landmarks from two engines, which cannot be mixed: "
        + $"{one.Clip} from {one.Engine.ForBodyAndHands()}; {other.Clip} from {other.Engine.ForBodyAndHands()}. "
        + "Use another --out, or the same options for all clips.");
}
