namespace Hasta.Training.Evaluation.Metrics;

/// <summary>
/// The interval of an accuracy when clips of one signer resemble each other: resamples signers with replacement, then clips within
/// each drawn signer, and takes the middle 95% of the accuracies (two-stage percentile bootstrap; Davison and Hinkley, Bootstrap
/// Methods and their Application, 1997, section 3.8). It is never narrower than <see cref="WilsonInterval"/>, so that a perfect result
/// does not imply certainty. With fewer than about ten signers it is still too narrow, because a few signers do not represent all.
/// </summary>
internal static class SignerBootstrap
{
    private const int Draws = 4000;
    private const int Seed = 95;

    /// <summary>The same input always returns the same interval.</summary>
    /// <param name="hitsAndCounts">For each signer, the recognised clips and all clips (above 0); at least two signers.</param>
    public static Interval Compute(IReadOnlyList<(int Hits, int Count)> hitsAndCounts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hitsAndCounts.Count, 2);
        var random = new Random(Seed);
        double[] accuracies = [.. Enumerable.Range(0, Draws).Select(_ => Resample(hitsAndCounts, random)).Order()];
        var middle = new Interval(accuracies[Draws * 25 / 1000], accuracies[(Draws * 975 / 1000) - 1]);
        return middle.Cover(WilsonInterval.Compute(hitsAndCounts.Sum(signer => signer.Hits), hitsAndCounts.Sum(signer => signer.Count)));
    }

    private static double Resample(IReadOnlyList<(int Hits, int Count)> signers, Random random)
    {
        int hits = 0;
        int count = 0;
        for (int i = 0; i < signers.Count; i++)
        {
            (int signerHits, int signerCount) = signers[random.Next(signers.Count)];
            hits += DrawClips(signerHits, signerCount, random);
            count += signerCount;
        }

        return (double)hits / count;
    }

    private static int DrawClips(int hits, int count, Random random)
    {
        int drawn = 0;
        for (int clip = 0; clip < count; clip++)
        {
            drawn += random.Next(count) < hits ? 1 : 0;
        }

        return drawn;
    }
}
