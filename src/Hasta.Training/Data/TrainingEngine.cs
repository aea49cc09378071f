using Hasta.Datasets;
using Hasta.Landmarks;

namespace Hasta.Training.Data;

/// <summary>What found the landmarks of a data set: one engine alone, or a model would learn which engine a clip came from.</summary>
internal static class TrainingEngine
{
    /// <returns>The name, as <see cref="EngineName.OfBody"/> gives it.</returns>
    /// <exception cref="BadFileException">Clips of several engines.</exception>
    public static string Of(string data, IReadOnlyList<ManifestEntry> entries)
    {
        IGrouping<string, ManifestEntry>[] engines = [.. entries.GroupBy(entry => EngineName.OfBody(entry.Engine))];
        return engines.Length <= 1
            ? engines.FirstOrDefault()?.Key ?? string.Empty
            : throw new BadFileException(
                Path.Combine(data, Manifest.FileName),
                $"its clips are landmarks of {engines.Length} engines, which do not mix: {string.Join("; ", engines.Select(Tell))}.",
                "Prepare all of the videos with the same options, each kind into a folder of its own.");
    }

    private static string Tell(IGrouping<string, ManifestEntry> engine) => $"{engine.Count()} clips such as {engine.First().Clip} of {engine.Key}";
}
