using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>Keeps landmarks of different engines apart: a model trained on both does badly on either.</summary>
internal static class EngineMix
{
    /// <param name="data">The data folder.</param>
    /// <param name="known">What it holds.</param>
    /// <param name="items">What is added or redone.</param>
    /// <exception cref="DataFolderException">It would hold clips of two engines in the end.</exception>
    public static void Refuse(string data, IEnumerable<ManifestEntry> known, IReadOnlyList<PrepareItem> items)
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
        if (known.FirstOrDefault(entry => !ids.Contains(entry.Clip) && !sources.Contains(entry.Source) && !entry.Engine.IsCompatibleWith(engine)) is { } foreign)
        {
            throw Mixed(data, (foreign.Source, foreign.Engine), (first.Clip.Path, engine));
        }
    }

    private static DataFolderException Mixed(string data, (string Clip, LandmarkEngineId Engine) one, (string Clip, LandmarkEngineId Engine) other) => new(
        $"{data} would hold landmarks of two engines, which do not mix: {one.Clip} of {one.Engine.ForBodyAndHands()}; {other.Clip} of {other.Engine.ForBodyAndHands()}. "
        + "Use another --out, or the same options for all clips.");
}
