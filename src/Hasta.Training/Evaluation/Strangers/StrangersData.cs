using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Data;

namespace Hasta.Training.Evaluation.Strangers;

/// <summary>All clips of all sources in memory, and the division of their words for each source that is left out.</summary>
internal sealed class StrangersData
{
    /// <summary>A word is known where at least this many other sources have it; of fewer, a model learns the person.</summary>
    public const int MinSources = 2;

    private readonly ILookup<StrangerSource, LoadedClip> clips;
    private readonly Dictionary<string, HashSet<StrangerSource>> holders = new(StringComparer.Ordinal);

    public StrangersData(IEnumerable<(StrangerSource Source, LoadedClip Clip)> all)
    {
        clips = all.ToLookup(pair => pair.Source, pair => pair.Clip);
        foreach (IGrouping<StrangerSource, LoadedClip> source in clips)
        {
            foreach (string gloss in source.Select(clip => clip.Gloss).Distinct())
            {
                (holders.TryGetValue(gloss, out HashSet<StrangerSource>? known) ? known : holders[gloss] = []).Add(source.Key);
            }
        }
    }

    /// <summary>Clips without a usable body, which are neither trained nor tested.</summary>
    public IReadOnlyList<SkippedClip> Skipped { get; private init; } = [];

    /// <param name="data">Data folders.</param>
    /// <param name="table">Names the source of each signer.</param>
    /// <param name="features">How points are made.</param>
    /// <exception cref="BadFileException">A data folder cannot be read, or has a signer that the table lacks.</exception>
    public static StrangersData Load(IReadOnlyList<string> data, SourceTable table, FeatureConfig features)
    {
        var loaded = new List<LoadedClip>();
        var skipped = new List<SkippedClip>();
        foreach (string folder in data)
        {
            loaded.AddRange(ClipLoader.Load(folder, Manifest.Read(folder), features, out IReadOnlyList<SkippedClip> without));
            skipped.AddRange(without);
        }

        return new StrangersData(loaded.Select(clip => (table.Of(clip.Signer), clip))) { Skipped = skipped };
    }

    /// <returns>Words that at least <see cref="MinSources"/> of the training sources have, in ordinal order.</returns>
    public IReadOnlyList<string> KnownGlosses(Func<StrangerSource, bool> trains) => GlossesOf(trains, MinSources);

    /// <returns>Words that at least <paramref name="min"/> of the sources have, in ordinal order.</returns>
    public IReadOnlyList<string> GlossesOf(Func<StrangerSource, bool> isIncluded, int min) =>
        [.. holders.Where(word => word.Value.Count(isIncluded) >= min).Select(word => word.Key).Order(StringComparer.Ordinal)];

    /// <param name="trains">Which sources are trained on.</param>
    /// <param name="isLeftOut">Words to leave out of training.</param>
    /// <exception cref="SplitException">Fewer than two words remain.</exception>
    public Vocabulary VocabularyOf(Func<StrangerSource, bool> trains, Func<string, bool>? isLeftOut = null)
    {
        string[] glosses = [.. KnownGlosses(trains).Where(gloss => isLeftOut?.Invoke(gloss) != true)];
        return glosses.Length >= 2
            ? new Vocabulary(glosses)
            : throw new SplitException(
                $"Only {CountText.Of(glosses.Length, "word")} would be trained: at least {MinSources} training sources must have a word. "
                + "Add data, or mark more sources as shipping.");
    }

    /// <returns>The clips of the training sources.</returns>
    public IEnumerable<LoadedClip> ClipsOf(Func<StrangerSource, bool> trains) =>
        clips.Where(source => trains(source.Key)).SelectMany(source => source);

    /// <returns>A source's clips of known words, and of words that no training source has.</returns>
    public IReadOnlyList<LoadedClip> Tested(StrangerSource leftOut, Func<StrangerSource, bool> trains)
    {
        HashSet<string> known = [.. KnownGlosses(trains)];
        return [.. clips[leftOut].Where(clip => known.Contains(clip.Gloss) || !holders[clip.Gloss].Any(trains))];
    }
}
