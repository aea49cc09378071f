using System.Text.RegularExpressions;

namespace Hasta.Training.Hub;

/// <summary>A model on a hub, at a branch, tag or commit.</summary>
internal sealed partial record HubModel
{
    private HubModel(string id, string revision)
    {
        (Id, Revision) = (id, revision);
    }

    /// <summary>Such as <c>google/vit-base-patch16-224-in21k</c>.</summary>
    public string Id { get; }

    public string Revision { get; private init; }

    /// <summary>A full commit names its files for ever.</summary>
    internal bool IsPinned => Commit().IsMatch(Revision);

    /// <exception cref="HubException">One of them is no such name; nothing of it could lead a path or an address astray.</exception>
    public static HubModel Parse(string id, string revision) =>
        Name().IsMatch(id) && Branch().IsMatch(revision) && !id.Contains("..", StringComparison.Ordinal) && !revision.Contains("..", StringComparison.Ordinal)
            ? new HubModel(id, revision)
            : throw new HubException($"\"{id}\" at \"{revision}\" names no model on a hub. Write it like google/vit-base-patch16-224-in21k, and the revision like main; a folder must exist.");

    internal static bool IsCommit(string text) => Commit().IsMatch(text);

    internal HubModel At(string commit) => this with { Revision = commit };

    [GeneratedRegex(@"^[A-Za-z0-9][\w.-]{0,95}(/[A-Za-z0-9][\w.-]{0,95})?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9][\w.-]{0,95}(/[A-Za-z0-9][\w.-]{0,95})*\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Branch();

    [GeneratedRegex(@"^[0-9a-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();
}
