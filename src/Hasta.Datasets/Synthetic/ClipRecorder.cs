using System.Numerics;
using Hasta.Datasets.Synthetic.Signers;
using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic;

/// <summary>
/// Records an animation as a landmark extractor would report it: perspective, noise, lost hands, nothing beyond the frame's edge.
/// </summary>
internal sealed class ClipRecorder(SyntheticSigner signer, Random random)
{
    private readonly RandomDraws draw = new(random);
    private readonly Matrix4x4 view =
        Matrix4x4.CreateRotationY(signer.Camera.Yaw)
        * Matrix4x4.CreateRotationX(signer.Camera.Pitch)
        * Matrix4x4.CreateRotationZ(signer.Camera.Roll);

    public LandmarkSequence Record(SignAnimation animation)
    {
        double fps = signer.Recording.Fps;
        int frames = (int)Math.Ceiling(animation.Seconds * fps);
        DetectionLoss left = new(signer.Recording.LossRate, random);
        DetectionLoss right = new(signer.Recording.LossRate, random);
        return new()
        {
            Fps = fps,
            Width = SignerCamera.Width,
            Height = SignerCamera.Height,
            Frames = [.. Enumerable.Range(0, frames).Select(i => Frame(animation, i / fps, left, right))],
        };
    }

    private LandmarkFrame Frame(SignAnimation animation, double seconds, DetectionLoss left, DetectionLoss right)
    {
        Vector3[] points = animation.PoseAt((float)seconds);
        var landmarks = new Landmark[points.Length];
        float hips = Depth(points[LandmarkLayout.LeftHip]);
        for (int i = 0; i < LandmarkLayout.PoseCount; i++)
        {
            Landmark seen = Project(points[i], hips);
            landmarks[i] = seen with { Confidence = IsInside(seen) ? 0.99f : 0.1f };
        }

        ProjectHand(points, LandmarkLayout.LeftHandStart, left, landmarks);
        ProjectHand(points, LandmarkLayout.RightHandStart, right, landmarks);
        return new(TimeSpan.FromSeconds(seconds), landmarks);
    }

    /// <summary>A hand is found or missing as a whole; one that is mostly outside the frame is not found.</summary>
    private void ProjectHand(Vector3[] points, int start, DetectionLoss loss, Landmark[] landmarks)
    {
        Span<Landmark> hand = landmarks.AsSpan(start, LandmarkLayout.HandCount);
        float wrist = Depth(points[start]);
        int inside = 0;
        for (int i = 0; i < hand.Length; i++)
        {
            hand[i] = Project(points[start + i], wrist);
            inside += IsInside(hand[i]) ? 1 : 0;
        }

        if (loss.Next() || inside < 0.7 * hand.Length)
        {
            hand.Fill(Landmark.Missing);
        }
    }

    private float Depth(Vector3 point) => Vector3.Transform(point, view).Z;

    private Landmark Project(Vector3 point, float depthOrigin)
    {
        SignerCamera camera = signer.Camera;
        Vector3 turned = Vector3.Transform(point, view);
        float scale = camera.Scale * camera.Distance / (camera.Distance + turned.Z);
        float noise = signer.Recording.Jitter;
        return new(
            camera.X + (scale * turned.X) + draw.Normal(noise),
            camera.Y + (scale * turned.Y) + draw.Normal(noise),
            (camera.Scale * (turned.Z - depthOrigin)) + draw.Normal(4 * noise),
            1);
    }

    private static bool IsInside(Landmark point) => point is { X: >= 0 and < SignerCamera.Width, Y: >= 0 and < SignerCamera.Height };
}
