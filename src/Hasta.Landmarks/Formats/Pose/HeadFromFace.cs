namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Places the pose points of the head by points of the face mesh, for files whose body has none. Each place is a weighted mean of mesh points with
/// weights that add up to 1, so that it moves, turns and scales with the face.
/// </summary>
internal static class HeadFromFace
{
    /// <summary>
    /// In the order of preference. The nose's tip is the mesh's point 4; without it, as in the contours, the combination of eye corners, upper lip and the
    /// sides of the face that gives the tip of MediaPipe's canonical face in all three dimensions with the least weights, and so also for a turned head;
    /// or what lies behind the nose of a face seen from the front.
    /// </summary>
    private static readonly (int Point, (int Face, float Weight)[][] Ways)[] Places =
    [
        (LandmarkLayout.Nose, [[(4, 1)], [(33, 0.167f), (263, 0.167f), (133, 0.218f), (362, 0.218f), (0, 0.648f), (234, -0.209f), (454, -0.209f)], Mean(33, 263, 0, 17)]),
        (LandmarkLayout.LeftEye, [Mean(362, 263)]),
        (LandmarkLayout.RightEye, [Mean(133, 33)]),
        (LandmarkLayout.LeftEar, [Mean(454), Mean(356), Mean(323)]),
        (LandmarkLayout.RightEar, [Mean(234), Mean(127), Mean(93)]),
        (LandmarkLayout.MouthLeft, [Mean(291), Mean(308)]),
        (LandmarkLayout.MouthRight, [Mean(61), Mean(78)]),
    ];

    /// <summary>The points that can be placed.</summary>
    public static IEnumerable<int> Points => Places.Select(place => place.Point);

    /// <param name="point">One of <see cref="Points"/>.</param>
    /// <param name="face">The mesh's point of that number; missing where it is not seen.</param>
    /// <returns>Missing where the face has too few points. Its depth is 0: a face's is measured from another origin than a body's.</returns>
    public static Landmark Place(int point, Func<int, Landmark> face)
    {
        foreach ((int Face, float Weight)[] way in Array.Find(Places, place => place.Point == point).Ways)
        {
            float x = way.Sum(part => part.Weight * face(part.Face).X);
            float y = way.Sum(part => part.Weight * face(part.Face).Y);
            if (float.IsFinite(x) && float.IsFinite(y))
            {
                return new Landmark(x, y, 0, way.Min(part => face(part.Face).Confidence));
            }
        }

        return Landmark.Missing;
    }

    private static (int, float)[] Mean(params int[] points) => [.. points.Select(point => (point, 1f / points.Length))];
}
