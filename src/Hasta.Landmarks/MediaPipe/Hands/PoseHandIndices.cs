namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>The pose points that locate a hand.</summary>
internal sealed record PoseHandIndices
{
    public static PoseHandIndices Left { get; } = new()
    {
        Wrist = LandmarkLayout.LeftWrist,
        Pinky = LandmarkLayout.LeftPinky,
        Index = LandmarkLayout.LeftIndex,
    };

    public static PoseHandIndices Right { get; } = new()
    {
        Wrist = LandmarkLayout.RightWrist,
        Pinky = LandmarkLayout.RightPinky,
        Index = LandmarkLayout.RightIndex,
    };

    public required int Wrist { get; init; }

    public required int Pinky { get; init; }

    public required int Index { get; init; }
}
