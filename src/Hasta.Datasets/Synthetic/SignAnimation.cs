using System.Numerics;
using Hasta.Datasets.Synthetic.Body;
using Hasta.Datasets.Synthetic.Signers;
using Hasta.Datasets.Synthetic.Signs;
using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic;

/// <summary>One signer making one sign once, before any camera: the constructor draws the clip's small random variations.</summary>
internal sealed class SignAnimation
{
    private readonly SyntheticSigner signer;
    private readonly SyntheticSign sign;
    private readonly float leadIn;
    private readonly float stroke;
    private readonly float leadOut;
    private readonly float sway;

    public SignAnimation(SyntheticSigner signer, SyntheticSign sign, Random random)
    {
        var draw = new RandomDraws(random);
        SignerHabits habits = signer.Habits;
        leadIn = habits.LeadSeconds * draw.Between(0.8f, 1.2f);
        leadOut = habits.LeadSeconds * draw.Between(0.8f, 1.2f);
        stroke = sign.StrokeSeconds / habits.Tempo * draw.Between(0.88f, 1.14f);
        sway = draw.Between(0, 2 * MathF.PI);
        this.sign = sign;
        this.signer = signer with
        {
            Habits = habits with
            {
                Amplitude = habits.Amplitude * draw.Between(0.85f, 1.15f),
                Shift = habits.Shift + draw.Normal3(0.035f),
                Laxness = Math.Clamp(habits.Laxness + draw.Normal(0.05f), 0, 0.45f),
            },
        };
    }

    /// <summary>The length of the clip.</summary>
    public float Seconds => leadIn + stroke + leadOut;

    /// <summary>The body at a time from the clip's start, in seconds.</summary>
    /// <returns>
    /// [point] of (x, y, z) in the order of <see cref="LandmarkLayout"/> without the face: shoulder widths from the middle of the
    /// shoulders, x to the right of the frame, y down, z away from the camera.
    /// </returns>
    public Vector3[] PoseAt(float seconds)
    {
        var points = new Vector3[LandmarkLayout.CountWithoutFace];
        BodyPose.Place(signer.Body, points);
        ArmTarget dominant = Arm(sign.Dominant, seconds);
        ArmTarget other = Arm(sign.Other, seconds);
        ArmKinematics.Place(signer.Habits.LeftHanded ? dominant : other, signer.Body, ArmKinematics.Left, points);
        ArmKinematics.Place(signer.Habits.LeftHanded ? other : dominant, signer.Body, ArmKinematics.Right, points);
        Sway(points, seconds);
        return points;
    }

    private ArmTarget Arm(HandAction? action, float seconds)
    {
        HandTarget rest = HandTarget.Resting(signer.Body, signer.Habits.Rest);
        Vector3 elbow = new(0.5f + signer.Habits.Elbows, 1, 0.35f);
        if (action is null)
        {
            return new(rest, elbow);
        }

        HandTarget goal = HandTarget.Signing(action, signer, Math.Clamp((seconds - leadIn) / stroke, 0, 1));
        float raised = Math.Min(Easing.Smooth(seconds / leadIn), Easing.Smooth((Seconds - seconds) / leadOut));
        return new(HandTarget.Between(rest, goal, raised), elbow);
    }

    /// <summary>People are never perfectly still.</summary>
    private void Sway(Vector3[] points, float seconds)
    {
        var shift = new Vector3(0.02f * MathF.Sin(sway + (1.7f * seconds)), 0.008f * MathF.Sin((2 * sway) + (2.9f * seconds)), 0);
        for (int i = 0; i < points.Length; i++)
        {
            points[i] += shift;
        }
    }
}
