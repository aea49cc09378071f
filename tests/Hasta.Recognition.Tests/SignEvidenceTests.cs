using System.Numerics;
using Hasta.Landmarks;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests;

public sealed class SignEvidenceTests
{
    [Fact]
    public void Moving_hands_may_be_a_sign() => Assert.Null(SignEvidence.Check(new Puppet().Sign()));

    [Theory]
    [InlineData(0.2, 0.5)]
    [InlineData(0.4, 0.0)]
    [InlineData(0.1, -0.6)]
    public void A_raised_hand_held_still_may_be_a_sign(float x, float y) => Assert.Null(SignEvidence.Check(Hands(x, y)));

    [Theory]
    [InlineData(0.6, 1.7, 0)]
    [InlineData(0.2, 1.35, 0)]
    [InlineData(0.1, 1.0, 0)]
    [InlineData(0.4, 0.85, 0)]
    [InlineData(0.6, 1.7, 0.03)]
    [InlineData(0.2, 1.35, 0.03)]
    [InlineData(0.1, 1.0, 0.03)]
    public void Hanging_or_resting_hands_are_no_sign_despite_tracker_noise(float x, float y, double noise)
    {
        var random = new Random(3);

        UnsureReason? reason = SignEvidence.Check(Hands(x, y, (_, _) => new Vector2((float)(noise * ((2 * random.NextDouble()) - 1)))));

        Assert.Equal(UnsureKind.NoSign, reason?.Kind);
    }

    [Fact]
    public void Hands_that_move_low_in_front_of_the_body_may_be_a_sign() =>
        Assert.Null(SignEvidence.Check(Hands(0.2f, 0.95f, (time, _) => new Vector2(0.25f * MathF.Sin(time / 3f), 0))));

    [Fact]
    public void A_person_walking_past_with_swinging_arms_is_no_sign()
    {
        LandmarkSequence walk = Hands(0.6f, 1.6f, (time, side) => new Vector2(0.4f * side * MathF.Sin(time / 4f), 0));
        LandmarkSequence across = walk with { Frames = [.. walk.Frames.Select((frame, time) => Move(frame, 12 * time))] };

        Assert.Equal(UnsureKind.NoSign, SignEvidence.Check(across)?.Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_sign_needs_at_least_five_frames(int frames)
    {
        UnsureReason? reason = SignEvidence.Check(new Puppet { Frames = frames }.Sign());

        Assert.Equal(UnsureKind.TooFewFrames, reason?.Kind);
        Assert.Contains($"{frames} of {frames} frames", reason?.Text, StringComparison.Ordinal);
        Assert.Null(SignEvidence.Check(new Puppet { Frames = 5 }.Sign()));
    }

    [Theory]
    [InlineData(60, 0, true)]
    [InlineData(60, 2, true)]
    [InlineData(60, 3, false)]
    [InlineData(200, 9, true)]
    [InlineData(200, 10, false)]
    public void A_hand_must_be_seen_in_three_frames_and_a_twentieth_of_all(int frames, int hands, bool isNothing) =>
        Assert.Equal(
            isNothing ? UnsureKind.NoHand : null,
            SignEvidence.Check(new Puppet { Frames = frames, SeesHand = (time, right) => right && time < hands }.Sign())?.Kind);

    [Fact]
    public void Limits_are_configurable() =>
        Assert.Equal(UnsureKind.TooFewFrames, SignEvidence.Check(new Puppet().Sign(), new SignEvidenceOptions { MinFrames = 31 })?.Kind);

    /// <summary>
    /// A puppet whose palms are at a position in shoulder widths, x towards the hand's own side, plus an offset by frame and side (1 left,
    /// -1 right).
    /// </summary>
    private static LandmarkSequence Hands(float x, float y, Func<int, float, Vector2>? move = null)
    {
        LandmarkSequence still = new Puppet { Frames = 60, Speed = 0 }.Sign();
        return still with
        {
            Frames =
            [
                .. still.Frames.Select((frame, time) =>
                    Place(frame, side => new Vector2(side * x, y) + (move?.Invoke(time, side) ?? Vector2.Zero))),
            ],
        };
    }

    private static LandmarkFrame Place(LandmarkFrame frame, Func<float, Vector2> place)
    {
        Landmark[] points = frame.All.ToArray();
        Vector2 middle = (At(points[LandmarkLayout.LeftShoulder]) + At(points[LandmarkLayout.RightShoulder])) / 2;
        foreach ((int start, float side) in new[] { (LandmarkLayout.LeftHandStart, 1f), (LandmarkLayout.RightHandStart, -1f) })
        {
            Vector2 palm = (At(points[start]) + At(points[start + HandPoint.MiddleMcp])) / 2;
            Vector2 shift = middle + (120 * place(side)) - palm;
            for (int i = start; i < start + LandmarkLayout.HandCount; i++)
            {
                points[i] = points[i] with { X = points[i].X + shift.X, Y = points[i].Y + shift.Y };
            }
        }

        return new LandmarkFrame(frame.Time, points);
    }

    private static LandmarkFrame Move(LandmarkFrame frame, float pixels) =>
        new(frame.Time, [.. frame.All.ToArray().Select(point => point with { X = point.X + pixels })]);

    private static Vector2 At(Landmark point) => new(point.X, point.Y);
}
