using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic.Body;

/// <summary>
/// Forward kinematics of a right hand: a rigid palm, four fingers of three bones and a thumb of three bones. In the hand's own axes the
/// wrist is the origin, x points to the thumb's side, y along the fingers and z out of the palm; the unit is the hand's length.
/// </summary>
/// <remarks>Proportions are rounded from adult hands: the palm takes half of the hand's length, the middle finger the other half.</remarks>
internal static class HandSkeleton
{
    private const float KnuckleRange = 85 * MathF.PI / 180;
    private const float OuterRange = 95 * MathF.PI / 180;

    private static readonly (Vector3 Knuckle, Vector3 Bones, float Fan)[] Fingers =
    [
        (new(0.13f, 0.49f, 0), new(0.22f, 0.13f, 0.10f), 0.24f),
        (new(0.03f, 0.51f, 0), new(0.25f, 0.15f, 0.11f), 0.04f),
        (new(-0.07f, 0.48f, 0), new(0.23f, 0.14f, 0.11f), -0.16f),
        (new(-0.16f, 0.43f, 0), new(0.18f, 0.10f, 0.09f), -0.38f),
    ];

    /// <returns>21 points, [point] of (x, y, z), in the order of <see cref="HandPoint"/>.</returns>
    public static Vector3[] Points(HandShape shape)
    {
        var points = new Vector3[LandmarkLayout.HandCount];
        PlaceThumb(shape.Thumb, points);
        PlaceFinger(shape.Index, shape.Spread, 0, points);
        PlaceFinger(shape.Middle, shape.Spread, 1, points);
        PlaceFinger(shape.Ring, shape.Spread, 2, points);
        PlaceFinger(shape.Pinky, shape.Spread, 3, points);
        return points;
    }

    private static void PlaceFinger(Finger finger, float spread, int number, Vector3[] points)
    {
        (Vector3 knuckle, Vector3 bones, float fan) = Fingers[number];
        int first = HandPoint.IndexMcp + (4 * number);
        float aside = fan * (0.25f + (0.75f * spread));
        float bend = finger.Base * KnuckleRange;
        points[first] = knuckle;
        for (int bone = 0; bone < 3; bone++)
        {
            var along = new Vector3(MathF.Sin(aside) * MathF.Cos(bend), MathF.Cos(aside) * MathF.Cos(bend), MathF.Sin(bend));
            points[first + bone + 1] = points[first + bone] + (bones[bone] * along);
            bend += finger.Tip * OuterRange * (bone == 0 ? 1 : 0.7f);
        }
    }

    private static void PlaceThumb(Thumb thumb, Vector3[] points)
    {
        float[] bones = [0.21f, 0.17f, 0.13f];
        float aside = float.Lerp(0.1f, 1.0f, thumb.Away);
        float lift = thumb.Across * 0.9f;
        points[HandPoint.ThumbCmc] = new Vector3(0.13f, 0.12f, 0.03f);
        for (int bone = 0; bone < 3; bone++)
        {
            var along = new Vector3(MathF.Sin(aside) * MathF.Cos(lift), MathF.Cos(aside) * MathF.Cos(lift), MathF.Sin(lift));
            points[HandPoint.ThumbMcp + bone] = points[HandPoint.ThumbCmc + bone] + (bones[bone] * along);
            aside -= thumb.Bend * 1.1f;
            lift *= 1 - (0.7f * thumb.Bend);
        }
    }
}
