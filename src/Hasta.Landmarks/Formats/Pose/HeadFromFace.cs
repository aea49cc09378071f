namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Derives the pose points of the head from the face mesh, for files whose body lacks them. Each is a weighted mean of mesh points with
/// weights that sum to 1, so that it moves, turns and scales with the face.
/// </summary>
internal static class HeadFromFace
{
    private static readonly (int Face, float Weight)[] NoseFromContours =
        [(33, 0.167f), (263, 0.167f), (133, 0.218f), (362, 0.218f), (0, 0.648f), (234, -0.209f), (454, -0.209f)];

    /// <summary>
    /// In order of preference. The tip of the nose is mesh point 4. Without it, as in the contours, it is the combination of eye corners,
    /// upper lip and sides of the face that yields the tip of MediaPipe's canonical face in all three dimensions with the smallest weights,
    /// and therefore also for a turned head; failing that, the point behind the nose of a face seen from the front.
    /// </summary>
    private static readonly (int Point, (int Face, float Weight)[][] Alternatives)[] Formulas =
    [
        (LandmarkLayout.Nose, [[(4, 1)], NoseFromContours, Mean(33, 263, 0, 17)]),
        (LandmarkLayout.LeftEye, [Mean(362, 263)]),
        (LandmarkLayout.RightEye, [Mean(133, 33)]),
        (LandmarkLayout.LeftEar, [Mean(454), Mean(356), Mean(323)]),
        (LandmarkLayout.RightEar, [Mean(234), Mean(127), Mean(93)]),
        (LandmarkLayout.MouthLeft, [Mean(291), Mean(308)]),
        (LandmarkLayout.MouthRight, [Mean(61), Mean(78)]),
    ];

    /// <summary>The points that can be derived.</summary>
    public static IEnumerable<int> Points => Formulas.Select(formula => formula.Point);

    /// <param name="point">One of <see cref="Points"/>.</param>
    /// <param name="face">Returns the mesh point with that index; missing if not seen.</param>
    /// <returns>
    /// Missing if the face has too few points. Its depth is 0, because the depths of face and body have different origins.
    /// </returns>
    public static Landmark Place(int point, Func<int, Landmark> face)
    {
        foreach ((int Face, float Weight)[] terms in Array.Find(Formulas, formula => formula.Point == point).Alternatives)
        {
            float x = terms.Sum(term => term.Weight * face(term.Face).X);
            float y = terms.Sum(term => term.Weight * face(term.Face).Y);
            if (float.IsFinite(x) && float.IsFinite(y))
            {
                return new Landmark(x, y, 0, terms.Min(term => face(term.Face).Confidence));
            }
        }

        return Landmark.Missing;
    }

    private static (int, float)[] Mean(params int[] points) => [.. points.Select(point => (point, 1f / points.Length))];
}
