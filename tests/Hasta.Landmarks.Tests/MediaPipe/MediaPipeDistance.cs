namespace Hasta.Landmarks.Tests.MediaPipe;

/// <summary>Distance between the landmarks of body parts and MediaPipe's.</summary>
internal sealed record MediaPipeDistance
{
    private MediaPipeDistance(double[] frames)
    {
        Mean = frames.DefaultIfEmpty(0).Average();
        Max = frames.DefaultIfEmpty(0).Max();
        Median = frames.Length == 0 ? 0 : frames.Order().ElementAt(frames.Length / 2);
    }

    /// <summary>Mean over the frames in which both detect the part, of the mean over its points; 0 if there are none.</summary>
    public double Mean { get; }

    /// <summary>Median of the same per-frame means.</summary>
    public double Median { get; }

    public double Max { get; }

    /// <summary>In pixels of the clip.</summary>
    public static MediaPipeDistance InPicture(LandmarkFrame[] expected, LandmarkFrame[] actual, params ClipPart[] parts) =>
        Between(expected, actual, parts, (one, other) => double.Hypot(one.X - other.X, one.Y - other.Y));

    /// <summary>In pixels of the clip; z has the scale of x.</summary>
    public static MediaPipeDistance InDepth(LandmarkFrame[] expected, LandmarkFrame[] actual, params ClipPart[] parts) =>
        Between(expected, actual, parts, (one, other) => Math.Abs(one.Z - other.Z));

    public static MediaPipeDistance InConfidence(LandmarkFrame[] expected, LandmarkFrame[] actual, params ClipPart[] parts) =>
        Between(expected, actual, parts, (one, other) => Math.Abs(one.Confidence - other.Confidence));

    /// <returns>The fraction 0..1 of frames in which both detect the part or neither does.</returns>
    public static double Agreement(LandmarkFrame[] expected, LandmarkFrame[] actual, ClipPart part) =>
        expected.Zip(actual).Average(pair => part.IsSeen(pair.First) == part.IsSeen(pair.Second) ? 1 : 0);

    public override string ToString() => FormattableString.Invariant($"{Mean:0.0000} ({Median:0.0000}, {Max:0.0000})");

    private static MediaPipeDistance Between(
        LandmarkFrame[] expected,
        LandmarkFrame[] actual,
        ClipPart[] parts,
        Func<Landmark, Landmark, double> distance) => new(
    [
        .. parts.SelectMany(part => expected.Zip(actual)
            .Where(pair => part.IsSeen(pair.First) && part.IsSeen(pair.Second))
            .Select(pair => part.Of(pair.First).Zip(part.Of(pair.Second), distance).Average())),
    ]);
}
