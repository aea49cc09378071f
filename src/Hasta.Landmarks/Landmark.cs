namespace Hasta.Landmarks;

/// <summary>One point of the body.</summary>
/// <param name="X">Pixels from the left of the frame; may be outside it. NaN if not seen.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Z">
/// Depth in the same pixels, smaller is nearer the camera; relative to the hips (pose), wrist (hand) or head (face).
/// </param>
/// <param name="Confidence">
/// 0..1; 0 if and only if the point is missing. For pose points, MediaPipe's visibility; for others, 1 if seen.
/// </param>
public readonly record struct Landmark(float X, float Y, float Z, float Confidence)
{
    public static Landmark Missing { get; } = new(float.NaN, float.NaN, float.NaN, 0);

    public bool IsMissing => float.IsNaN(X);

    /// <returns>A new array of <paramref name="count"/> missing points.</returns>
    public static Landmark[] AllMissing(int count)
    {
        var landmarks = new Landmark[count];
        Array.Fill(landmarks, Missing);
        return landmarks;
    }

    /// <summary>Whether any point was seen; reduced files may lack some points of a part.</summary>
    public static bool AnySeen(ReadOnlySpan<Landmark> points)
    {
        foreach (var point in points)
        {
            if (!point.IsMissing)
            {
                return true;
            }
        }

        return false;
    }
}
