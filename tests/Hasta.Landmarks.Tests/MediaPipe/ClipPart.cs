namespace Hasta.Landmarks.Tests.MediaPipe;

/// <summary>A body part of the signer that is detected or missing as a whole.</summary>
internal sealed record ClipPart(string Name, Func<LandmarkFrame, Landmark[]> Of)
{
    public static ClipPart Pose { get; } = new("pose", frame => frame.Pose.ToArray());

    public static ClipPart LeftHand { get; } = new("left hand", frame => frame.LeftHand.ToArray());

    public static ClipPart RightHand { get; } = new("right hand", frame => frame.RightHand.ToArray());

    public static ClipPart Face { get; } = new("face", frame => frame.Face.ToArray());

    public static IReadOnlyList<ClipPart> All { get; } = [Pose, LeftHand, RightHand, Face];

    public bool IsSeen(LandmarkFrame frame) => !Of(frame)[0].IsMissing;
}
