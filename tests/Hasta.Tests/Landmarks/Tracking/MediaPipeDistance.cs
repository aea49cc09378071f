using Hasta.Landmarks;

namespace Hasta.Tests.Landmarks.Tracking;

/// <summary>How far the landmarks of one part of the body lie from MediaPipe's, in pixels of the clip.</summary>
internal sealed record MediaPipeDistance
{
    private MediaPipeDistance(double[] frames)
    {
        Mean = frames.DefaultIfEmpty(0).Average();
        Max = frames.DefaultIfEmpty(0).Max();
        Median = frames.Length == 0 ? 0 : frames.Order().ElementAt(frames.Length / 2);
    }

    /// <summary>Over the frames in which the part is seen, of the mean over its points; 0 where it never is.</summary>
    public double Mean { get; }

    /// <summary>Of the same frames' means.</summary>
    public double Median { get; }

    public double Max { get; }

    public static MediaPipeDistance Between(LandmarkFrame[] expected, LandmarkFrame[] actual, Func<LandmarkFrame, ReadOnlySpan<Landmark>> part) =>
        new([.. expected.Zip(actual).Where(pair => !part(pair.First)[0].IsMissing).Select(pair => MeanOver(part(pair.First), part(pair.Second)))]);

    public override string ToString() => FormattableString.Invariant($"{Mean:0.0000} (median {Median:0.0000}, max {Max:0.00})");

    private static double MeanOver(ReadOnlySpan<Landmark> expected, ReadOnlySpan<Landmark> actual)
    {
        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            sum += double.Hypot(expected[i].X - actual[i].X, expected[i].Y - actual[i].Y);
        }

        return sum / expected.Length;
    }
}
