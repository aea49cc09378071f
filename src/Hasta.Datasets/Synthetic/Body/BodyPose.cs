using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic.Body;

/// <summary>Head, hips and legs of a person facing the camera; rigid, proportions rounded from adult bodies.</summary>
internal static class BodyPose
{
    /// <summary>
    /// The left landmarks (on the right of the frame) with their right counterparts; x and z in shoulder widths, y in multiples of the
    /// nose's height above the shoulders.
    /// </summary>
    private static readonly (int Left, int Right, Vector3 Place)[] Head =
    [
        (LandmarkLayout.LeftEyeInner, LandmarkLayout.RightEyeInner, new(0.05f, -1.16f, -0.27f)),
        (LandmarkLayout.LeftEye, LandmarkLayout.RightEye, new(0.085f, -1.16f, -0.26f)),
        (LandmarkLayout.LeftEyeOuter, LandmarkLayout.RightEyeOuter, new(0.12f, -1.15f, -0.24f)),
        (LandmarkLayout.LeftEar, LandmarkLayout.RightEar, new(0.21f, -1.06f, 0)),
        (LandmarkLayout.MouthLeft, LandmarkLayout.MouthRight, new(0.07f, -0.82f, -0.26f)),
    ];

    /// <summary>The same with y in torso lengths.</summary>
    private static readonly (int Left, int Right, Vector3 Place)[] Legs =
    [
        (LandmarkLayout.LeftHip, LandmarkLayout.RightHip, new(0.31f, 1, 0)),
        (LandmarkLayout.LeftKnee, LandmarkLayout.RightKnee, new(0.32f, 1.8f, -0.05f)),
        (LandmarkLayout.LeftAnkle, LandmarkLayout.RightAnkle, new(0.33f, 2.6f, 0.05f)),
        (LandmarkLayout.LeftHeel, LandmarkLayout.RightHeel, new(0.33f, 2.7f, 0.1f)),
        (LandmarkLayout.LeftFootIndex, LandmarkLayout.RightFootIndex, new(0.36f, 2.75f, -0.2f)),
    ];

    public static void Place(SignerBody body, Vector3[] points)
    {
        points[LandmarkLayout.Nose] = new(0, -body.Neck, -0.34f);
        PlacePairs(Head, body.Neck, points);
        PlacePairs(Legs, body.Torso, points);
    }

    private static void PlacePairs((int Left, int Right, Vector3 Place)[] pairs, float height, Vector3[] points)
    {
        foreach ((int left, int right, Vector3 place) in pairs)
        {
            points[left] = place with { Y = height * place.Y };
            points[right] = points[left] with { X = -place.X };
        }
    }
}
