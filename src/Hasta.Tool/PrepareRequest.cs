using Hasta.Datasets.Preparation;

namespace Hasta.Tool;

/// <summary>What to prepare, the output folder, and how many clips to process in parallel.</summary>
internal sealed record PrepareRequest(IReadOnlyList<PrepareItem> Items, string Out, int Workers)
{
    /// <summary>Number of files in the source that are not clips, by extension.</summary>
    public IReadOnlyDictionary<string, int> Ignored { get; init; } = new Dictionary<string, int>();
}
