namespace Hasta.Tests.Architecture;

/// <summary>The table of ARCHITECTURE.md: which stage may use which, and where the back end may appear.</summary>
/// <param name="root">The namespace whose children are the stages; it may be used by all.</param>
internal sealed class StageRules(string root)
{
    private static readonly string[] ModelUsers = ["Datasets", "Landmarks", "Features", "Models"];
    private static readonly HashSet<string> TorchStages = ["Models", "Evaluation", "Training", "Recognition"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        [""] = [],
        ["Datasets"] = [],
        ["Hub"] = [],
        ["Video"] = [],
        ["Landmarks"] = ["Video"],
        ["Preparation"] = ["Datasets", "Video", "Landmarks"],
        ["Synthesis"] = ["Landmarks"],
        ["Features"] = ["Video", "Landmarks"],
        ["Models"] = ["Landmarks", "Features"],
        ["Evaluation"] = ModelUsers,
        ["Training"] = [.. ModelUsers, "Evaluation"],
        ["Recognition"] = ["Video", "Landmarks", "Features", "Models"],
    };

    public IEnumerable<TypeUse> Broken(IEnumerable<TypeUse> uses) => uses.Where(use => StageOf(use.Namespace) is { } stage && !Allows(stage, use));

    private bool Allows(string stage, TypeUse use) => use.UsedNamespace switch
    {
        "System" when use.Used == "Console" => false,
        "TorchSharp" => TorchStages.Contains(stage),
        string torch when torch.StartsWith("TorchSharp.", StringComparison.Ordinal) => TorchStages.Contains(stage),
        string other => MayUse.TryGetValue(stage, out string[]? allowed) && (StageOf(other) is not { Length: > 0 } used || used == stage || allowed.Contains(used)),
    };

    /// <returns>Null for what lies outside the root, "" for the root itself, else the child's name.</returns>
    private string? StageOf(string ns) =>
        ns == root ? "" : ns.StartsWith(root + ".", StringComparison.Ordinal) ? ns[(root.Length + 1)..].Split('.')[0] : null;
}
