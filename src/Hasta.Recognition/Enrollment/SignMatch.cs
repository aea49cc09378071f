namespace Hasta.Recognition.Enrollment;

/// <summary>A sign that is similar to a clip.</summary>
/// <param name="Gloss">The sign.</param>
/// <param name="Similarity">See <see cref="SignEmbedding.Similarity"/>: -1..1, of its most similar point.</param>
public sealed record SignMatch(string Gloss, double Similarity)
{
    /// <summary>Where the sign comes from.</summary>
    public SignKind Kind { get; init; }
}
