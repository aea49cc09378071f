using Hasta.Datasets.Preparation;

namespace Hasta.Tool;

/// <summary>What to prepare, where to, and how many clips at a time.</summary>
internal sealed record PrepareRequest(IReadOnlyList<PrepareItem> Items, string Out, int Workers)
{
    /// <summary>Files of the source that are no clips, by ending.</summary>
    public IReadOnlyDictionary<string, int> NotTaken { get; init; } = new Dictionary<string, int>();
}
