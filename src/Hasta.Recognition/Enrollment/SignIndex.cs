namespace Hasta.Recognition.Enrollment;

/// <summary>Finds the signs nearest to a clip. A look-up compares the clip with every point once.</summary>
internal sealed class SignIndex
{
    private readonly string[] glosses;
    private readonly SignEmbedding[] points;

    public SignIndex(IReadOnlyCollection<SignPrototype> prototypes)
    {
        glosses = [.. prototypes.Select(prototype => prototype.Gloss)];
        points = [.. prototypes.Select(prototype => prototype.Point)];
    }

    /// <summary>Number of points.</summary>
    public int Count => points.Length;

    /// <summary>An index with one point per sign: the mean of its takes, which tells it from others better than any single take.</summary>
    /// <param name="takes">Any number per sign.</param>
    public static SignIndex OfMeans(IEnumerable<SignPrototype> takes) => new(
    [
        .. takes.GroupBy(take => take.Gloss, StringComparer.Ordinal)
            .Select(sign => new SignPrototype(sign.Key, SignEmbedding.Mean([.. sign.Select(take => take.Point)]))),
    ]);

    /// <returns>The sign with the most similar point; null if there are no points.</returns>
    public SignMatch? Nearest(SignEmbedding clip)
    {
        int best = -1;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < points.Length; i++)
        {
            double similarity = points[i].Similarity(clip);
            if (similarity > highest)
            {
                (best, highest) = (i, similarity);
            }
        }

        return best < 0 ? null : new SignMatch(glosses[best], highest);
    }

    /// <param name="clip">The clip to look up.</param>
    /// <param name="count">Maximum number of signs.</param>
    /// <returns>Each sign once, by its most similar point, the most similar first.</returns>
    public IReadOnlyList<SignMatch> Nearest(SignEmbedding clip, int count)
    {
        double[] similarities = [.. points.Select(point => point.Similarity(clip))];
        var nearest = new List<SignMatch>(count);
        foreach (int i in Enumerable.Range(0, points.Length).OrderByDescending(i => similarities[i]))
        {
            if (nearest.Count == count)
            {
                break;
            }

            if (!nearest.Exists(match => match.Gloss == glosses[i]))
            {
                nearest.Add(new SignMatch(glosses[i], similarities[i]));
            }
        }

        return nearest;
    }
}
