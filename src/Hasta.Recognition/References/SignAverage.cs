using Hasta.Recognition.Features;

namespace Hasta.Recognition.References;

/// <summary>
/// How several signers sign a word on average: DTW barycenter averaging (Petitjean et al. 2011) of the takes that agree best. Nobody's own
/// take remains.
/// </summary>
internal static class SignAverage
{
    private const int MaxTakesPerSigner = 8;
    private const int Rounds = 4;

    /// <param name="takes">Clips of one word with their signers.</param>
    /// <returns>Null if there are fewer than two signers.</returns>
    public static NormalizedSequence? Compute(IEnumerable<(string Signer, NormalizedSequence Take)> takes)
    {
        (string Signer, NormalizedSequence Take)[] chosen =
        [
            .. takes.GroupBy(take => take.Signer, StringComparer.Ordinal)
                .SelectMany(signer => Spread([.. signer.Select(take => (take.Signer, SigningHand.OnTheRight(take.Take)))])),
        ];
        if (chosen.Select(take => take.Signer).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return null;
        }

        (NormalizedSequence average, (string Signer, NormalizedSequence Take)[] similar) = ChooseVariant(chosen);
        for (int round = 0; round < Rounds; round++)
        {
            average = AverageFrames.Compute(average, similar);
        }

        return average;
    }

    /// <summary>A signer's takes are near repetitions: some of them, evenly spread, are enough.</summary>
    private static IEnumerable<(string Signer, NormalizedSequence Take)> Spread((string Signer, NormalizedSequence Take)[] takes)
    {
        int count = Math.Min(MaxTakesPerSigner, takes.Length);
        return Enumerable.Range(0, count).Select(i => takes[i * takes.Length / count]);
    }

    /// <summary>
    /// Words have variants, whose average would be none of them. The take that other signers agree with best starts the average, with the
    /// nearer half of all takes, of two signers at least.
    /// </summary>
    private static (NormalizedSequence Center, (string Signer, NormalizedSequence Take)[] Similar) ChooseVariant(
        (string Signer, NormalizedSequence Take)[] takes)
    {
        float[][] costs = [.. takes.Select(one => takes.Select(other => FrameAlignment.Align(one.Take, other.Take).Cost).ToArray())];
        float Disagreement(int index) => takes.Index()
            .GroupBy(other => other.Item.Signer, StringComparer.Ordinal).Where(signer => signer.Key != takes[index].Signer)
            .Select(signer => signer.Min(other => costs[index][other.Index])).Order().First();
        float Width(int index) => costs[index].Order().Take((takes.Length / 2) + 1).Average();
        int center = Enumerable.Range(0, takes.Length).MinBy(index => Disagreement(index) + Width(index));
        int[] nearest = [.. Enumerable.Range(0, takes.Length).OrderBy(index => costs[center][index])];
        int half = Math.Max(2, takes.Length / 2);
        int second = Array.FindIndex(nearest, index => takes[index].Signer != takes[center].Signer);
        return (takes[center].Take, [.. nearest.Take(Math.Max(half, second + 1)).Select(index => takes[index])]);
    }
}
