using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Hints;

/// <summary>What is wrong in a single frame. docs/results.md (Hints) has the measurements behind the limits.</summary>
internal static class ViewProblems
{
    private const float MinShoulderWidth = 0.15f; // of the frame's height
    private const float MaxShoulderWidth = 0.55f; // of its width
    private const float MaxShoulderHeight = 0.95f; // from the top, of its height
    private const int MinPointsOutside = 5; // of a hand
    private const double DarkFrame = 40;
    private const double LitFace = 60; // a lit face in front of a dark wall is no problem
    private const double DarkFace = 40;
    private const double BacklightContrast = 80;

    /// <param name="frame">Landmarks in pixels.</param>
    /// <param name="width">Of the frame, pixels.</param>
    /// <param name="height">Of the frame, pixels.</param>
    /// <param name="lighting">Null if only landmarks are known.</param>
    public static IEnumerable<LiveHint> Find(LandmarkFrame frame, int width, int height, Lighting? lighting)
    {
        if (lighting is { } light && HintOf(light) is { } dark)
        {
            yield return dark;
        }

        if (!Landmark.AnySeen(frame.Pose))
        {
            yield return LiveHint.NoSigner;
            yield break;
        }

        var left = new Vector2(frame[LandmarkLayout.LeftShoulder].X, frame[LandmarkLayout.LeftShoulder].Y);
        var right = new Vector2(frame[LandmarkLayout.RightShoulder].X, frame[LandmarkLayout.RightShoulder].Y);
        float shoulders = Vector2.Distance(left, right);
        if (shoulders < MinShoulderWidth * height)
        {
            yield return LiveHint.TooFar;
        }
        else if (shoulders > MaxShoulderWidth * width)
        {
            yield return LiveHint.TooClose;
        }
        else if (IsCut(left) || IsCut(right))
        {
            yield return LiveHint.ShouldersCut;
        }

        if (IsOutside(frame.LeftHand, width) || IsOutside(frame.RightHand, width))
        {
            yield return LiveHint.HandOutside;
        }

        bool IsCut(Vector2 shoulder) => shoulder.X < 0 || shoulder.X > width || shoulder.Y > MaxShoulderHeight * height;
    }

    private static LiveHint? HintOf(Lighting light) => light switch
    {
        { Frame: < DarkFrame } when !(light.Face >= LitFace) => LiveHint.TooDark,
        { Face: < DarkFace } => light.Around - light.Face > BacklightContrast ? LiveHint.Backlight : LiveHint.TooDark,
        _ => null,
    };

    private static bool IsOutside(ReadOnlySpan<Landmark> hand, int width)
    {
        int outside = 0;
        foreach (Landmark point in hand)
        {
            outside += point.X < 0 || point.X > width || point.Y < 0 ? 1 : 0;
        }

        return outside >= MinPointsOutside;
    }
}
