using Hasta.Recognition.Features;

namespace Hasta.Training.Evaluation;

/// <summary>
/// A baseline without training: a clip gets the gloss of the nearest known clip after both are stretched to fit each other (dynamic
/// time warping, Sakoe and Chiba 1978). It uses the same features as the networks, each scaled to mean 0 and deviation 1.
/// </summary>
internal sealed class NearestNeighbour
{
    private readonly (float[] Frames, string Gloss)[] known;
    private readonly float[] mean;
    private readonly float[] inverseDeviation;

    /// <param name="clips">At least one.</param>
    /// <param name="glosses">Each clip's gloss.</param>
    public NearestNeighbour(IReadOnlyList<NormalizedSequence> clips, IReadOnlyList<string> glosses)
    {
        FeatureSequence[] features = Extract(clips);
        (mean, inverseDeviation) = Statistics(features);
        known = [.. features.Zip(glosses, (clip, gloss) => (Normalise(clip), gloss))];
    }

    /// <returns>The gloss of the nearest known clip, per clip.</returns>
    public IReadOnlyList<string> Predict(IReadOnlyList<NormalizedSequence> clips) =>
        [.. Extract(clips).AsParallel().AsOrdered().Select(NearestGloss)];

    private string NearestGloss(FeatureSequence clip)
    {
        float[] frames = Normalise(clip);
        (double nearest, string gloss) = (double.PositiveInfinity, known[0].Gloss);
        foreach ((float[] other, string otherGloss) in known)
        {
            double distance = DynamicTimeWarping.Distance(frames, other, FeatureExtractor.Count, nearest);
            (nearest, gloss) = distance < nearest ? (distance, otherGloss) : (nearest, gloss);
        }

        return gloss;
    }

    private static FeatureSequence[] Extract(IReadOnlyList<NormalizedSequence> clips) =>
        [.. clips.AsParallel().AsOrdered().Select(FeatureExtractor.ExtractLandmarks)];

    private static (float[] Mean, float[] InverseDeviation) Statistics(FeatureSequence[] clips)
    {
        double[] sum = new double[FeatureExtractor.Count];
        double[] squares = new double[FeatureExtractor.Count];
        foreach (FeatureSequence clip in clips)
        {
            for (int i = 0; i < clip.Values.Length; i++)
            {
                sum[i % sum.Length] += clip.Values[i];
                squares[i % sum.Length] += clip.Values[i] * (double)clip.Values[i];
            }
        }

        double frames = clips.Sum(clip => clip.FrameCount);
        float[] mean = Array.ConvertAll(sum, value => (float)(value / frames));
        double[] deviation = [.. squares.Select((square, i) => Math.Sqrt(Math.Max(0, (square / frames) - (mean[i] * mean[i]))))];
        return (mean, Array.ConvertAll(deviation, value => (float)(1 / Math.Max(1e-3, value))));
    }

    private float[] Normalise(FeatureSequence clip) =>
        [.. clip.Values.Select((value, i) => (value - mean[i % mean.Length]) * inverseDeviation[i % mean.Length])];
}
