using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>Keeps landmarks of different engines apart: a model that learns from both does badly on either.</summary>
internal static class EngineMix
{
    /// <param name="data">The data folder.</param>
    /// <param name="known">What it holds.</param>
    /// <param name="items">What this run adds or redoes.</param>
    /// <exception cref="DataFolderException">It would hold clips of two engines in the end.</exception>
    public static void Refuse(string data, IEnumerable<ManifestEntry> known, IReadOnlyList<PrepareItem> items)
    {
        PrepareItem[] kinds = [.. items.DistinctBy(item => item.Extractor).DistinctBy(EngineOf)];
        if (kinds.Length == 0)
        {
            return;
        }

        if (kinds.Length > 1)
        {
            throw Mixed(data, (kinds[0].Clip.Path, EngineOf(kinds[0])), (kinds[1].Clip.Path, EngineOf(kinds[1])));
        }

        var ids = items.Select(item => item.Clip.Id).ToHashSet(StringComparer.Ordinal);
        var sources = items.Select(item => item.Extractor.SourceOf(item.Clip)).ToHashSet(StringComparer.Ordinal);
        string engine = EngineOf(kinds[0]);
        if (known.FirstOrDefault(entry => !ids.Contains(entry.Clip) && !sources.Contains(entry.Source) && EngineName.OfBody(entry.Engine) != engine) is { } foreign)
        {
            throw Mixed(data, (foreign.Source, EngineName.OfBody(foreign.Engine)), (kinds[0].Clip.Path, engine));
        }
    }

    private static string EngineOf(PrepareItem item) => EngineName.OfBody(item.Extractor.Engine);

    private static DataFolderException Mixed(string data, (string Clip, string Engine) one, (string Clip, string Engine) other) => new(
        $"{data} would hold landmarks of two engines, which do not mix: {one.Clip} of {one.Engine}; {other.Clip} of {other.Engine}. Use another --out, or the same options for all clips.");
}
