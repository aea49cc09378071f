namespace Hasta.Recognition;

/// <summary>
/// Signs as points in a model's embedding space; a clip is the sign of the nearest point. For signs that the model was not trained on, a
/// few clips are enough.
/// </summary>
internal sealed class SignPrototypes
{
    private readonly List<(string Gloss, SignEmbedding Point)> points = [];

    /// <param name="gloss">The sign.</param>
    /// <param name="point">A clip, or the mean of several.</param>
    public void Add(string gloss, SignEmbedding point) => points.Add((gloss, point));

    /// <returns>The sign with the most similar point, and the similarity; null if there are no points.</returns>
    public (string Gloss, double Similarity)? Nearest(SignEmbedding clip)
    {
        (string, double)? nearest = null;
        double highest = double.NegativeInfinity;
        foreach ((string gloss, SignEmbedding point) in points)
        {
            double similarity = point.Similarity(clip);
            if (similarity > highest)
            {
                (nearest, highest) = ((gloss, similarity), similarity);
            }
        }

        return nearest;
    }
}
