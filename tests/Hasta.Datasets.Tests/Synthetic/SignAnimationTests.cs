using System.Numerics;
using Hasta.Datasets.Synthetic;
using Hasta.Datasets.Synthetic.Signers;
using Hasta.Datasets.Synthetic.Signs;
using Hasta.Landmarks;

namespace Hasta.Datasets.Tests.Synthetic;

public sealed class SignAnimationTests
{
    private const float Tolerance = 1e-4f;

    private static readonly (int From, int To)[] Bones =
    [
        (LandmarkLayout.LeftShoulder, LandmarkLayout.RightShoulder),
        (LandmarkLayout.LeftShoulder, LandmarkLayout.LeftElbow),
        (LandmarkLayout.LeftElbow, LandmarkLayout.LeftWrist),
        (LandmarkLayout.RightShoulder, LandmarkLayout.RightElbow),
        (LandmarkLayout.RightElbow, LandmarkLayout.RightWrist),
        .. FingerBones(LandmarkLayout.LeftHandStart),
        .. FingerBones(LandmarkLayout.RightHandStart),
    ];

    public static TheoryData<string> Glosses => [.. SyntheticSigns.All.Select(sign => sign.Gloss)];

    [Theory]
    [MemberData(nameof(Glosses))]
    public void Bones_keep_their_length_throughout_a_clip(string gloss)
    {
        SyntheticSigner signer = Signer(3);
        SignAnimation puppet = new(signer, Sign(gloss), new Random(1));
        float[] first = Lengths(puppet.PoseAt(0));

        Assert.All(Enumerable.Range(0, 21), step =>
            Assert.All(
                Lengths(puppet.PoseAt(step * puppet.Seconds / 20)).Zip(first),
                pair => Assert.Equal(pair.Second, pair.First, Tolerance)));
        Assert.Equal(signer.Body.UpperArm, first[1], Tolerance);
        Assert.Equal(signer.Body.Forearm, first[2], Tolerance);
    }

    [Theory]
    [InlineData(false, LandmarkLayout.RightWrist, LandmarkLayout.LeftWrist)]
    [InlineData(true, LandmarkLayout.LeftWrist, LandmarkLayout.RightWrist)]
    public void The_preferred_hand_signs_and_the_other_rests(bool leftHanded, int signing, int resting)
    {
        SyntheticSigner signer = Signer(3);
        signer = signer with { Habits = signer.Habits with { LeftHanded = leftHanded } };
        SignAnimation puppet = new(signer, Sign("syn-calm"), new Random(1));

        Assert.True(PathLength(puppet, signing) > 1);
        Assert.True(PathLength(puppet, resting) < 0.1);
    }

    [Fact]
    public void A_left_handed_signer_is_the_mirror_image_of_a_right_handed_one()
    {
        SyntheticSigner right = Signer(3);
        right = right with { Habits = right.Habits with { LeftHanded = false } };
        SyntheticSigner left = right with { Habits = right.Habits with { LeftHanded = true } };
        Vector3[] one = new SignAnimation(right, Sign("syn-two"), new Random(1)).PoseAt(0.8f);
        Vector3[] two = new SignAnimation(left, Sign("syn-two"), new Random(1)).PoseAt(0.8f);

        Vector3 indexRight = one[LandmarkLayout.RightHandStart + HandPoint.IndexTip] - one[LandmarkLayout.Nose];
        Vector3 indexLeft = two[LandmarkLayout.LeftHandStart + HandPoint.IndexTip] - two[LandmarkLayout.Nose];
        Assert.Equal(0, Vector3.Distance(indexRight with { X = -indexRight.X }, indexLeft), Tolerance);
    }

    [Fact]
    public void The_hand_is_attached_to_the_wrist_of_the_pose()
    {
        Vector3[] points = new SignAnimation(Signer(5), Sign("syn-meet"), new Random(1)).PoseAt(0.7f);

        Assert.Equal(points[LandmarkLayout.LeftWrist], points[LandmarkLayout.LeftHandStart + HandPoint.Wrist]);
        Assert.Equal(points[LandmarkLayout.RightWrist], points[LandmarkLayout.RightHandStart + HandPoint.Wrist]);
    }

    private static SyntheticSigner Signer(int seed) => SyntheticSigner.Draw("synthetic-test", new Random(seed));

    private static SyntheticSign Sign(string gloss) => SyntheticSigns.All.Single(sign => sign.Gloss == gloss);

    private static float[] Lengths(Vector3[] points) => [.. Bones.Select(bone => Vector3.Distance(points[bone.From], points[bone.To]))];

    /// <summary>Length of a point's path in a clip, in shoulder widths.</summary>
    private static float PathLength(SignAnimation puppet, int point)
    {
        Vector3[] path = [.. Enumerable.Range(0, 41).Select(step => puppet.PoseAt(step * puppet.Seconds / 40)[point])];
        return path.Zip(path.Skip(1), Vector3.Distance).Sum();
    }

    /// <summary>The bones of a hand: wrist to each finger's first point, then along the finger.</summary>
    private static IEnumerable<(int From, int To)> FingerBones(int start) =>
        Enumerable.Range(0, 5).SelectMany(finger => Enumerable.Range(1 + (4 * finger), 4)
            .Select(point => (start + (point % 4 == 1 ? HandPoint.Wrist : point - 1), start + point)));
}
