namespace Hasta.Evaluation;

/// <summary>A node of the tree that <see cref="AverageLinkage"/> makes.</summary>
/// <param name="Members">The items in it, as places, in the order to show them.</param>
/// <param name="Likeness">The mean likeness of its two parts' members; infinite for a single item.</param>
/// <param name="Parts">What it was merged of; null for a single item.</param>
internal sealed record GlossCluster(IReadOnlyList<int> Members, double Likeness, (GlossCluster One, GlossCluster Other)? Parts);
