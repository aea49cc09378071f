using System.Text.RegularExpressions;

namespace Hasta.Training.Hub;

/// <summary>A model on a hub at a branch, tag or commit.</summary>
internal sealed partial record HubModel
{
    private HubModel(string id, string revision)
    {
        (Id, Revision) = (id, revision);
    }

    /// <summary>For example <c>google/vit-base-patch16-224-in21k</c>.</summary>
    public string Id { get; }

    public string Revision { get; private init; }

    /// <summary>Whether the revision is a full commit hash, whose files never change.</summary>
    internal bool IsPinned => Commit().IsMatch(Revision);

    /// <exception cref="HubException">
    /// The id or the revision is not valid. Valid names cannot escape from a path or change an address.
    /// </exception>
    public static HubModel Parse(string id, string revision) =>
        Name().IsMatch(id) && Branch().IsMatch(revision)
        && !id.Contains("..", StringComparison.Ordinal) && !revision.Contains("..", StringComparison.Ordinal)
            ? new HubModel(id, revision)
            : throw new HubException(
                $"\"{id}\" at \"{revision}\" is not a valid name of a model on a hub. "
                + "Use a name such as google/vit-base-patch16-224-in21k and a revision such as main, or the path of an existing folder.");

    internal static bool IsCommit(string text) => Commit().IsMatch(text);

    internal HubModel At(string commit) => this with { Revision = commit };

    [GeneratedRegex(@"^[A-Za-z0-9][\w.-]{0,95}(/[A-Za-z0-9][\w.-]{0,95})?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9][\w.-]{0,95}(/[A-Za-z0-9][\w.-]{0,95})*\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Branch();

    [GeneratedRegex(@"^[0-9a-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();
}
