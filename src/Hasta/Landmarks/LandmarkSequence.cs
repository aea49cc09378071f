namespace Hasta.Landmarks;

/// <summary>The landmarks of one clip, or of one segment of a live stream.</summary>
public sealed record LandmarkSequence
{
    /// <summary>Frames a second, above 0.</summary>
    public required double Fps { get; init; }

    /// <summary>Width in pixels of the picture that the coordinates refer to.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the picture that the coordinates refer to.</summary>
    public required int Height { get; init; }

    public required IReadOnlyList<LandmarkFrame> Frames { get; init; }

    /// <summary>The fraction 0..1 of frames in which a body was found, by any of its points (reduced files may lack the nose); 0 for no frames.</summary>
    public double DetectionRate =>
        Frames.Count == 0 ? 0 : Frames.Count(HasBody) / (double)Frames.Count;

    private static bool HasBody(LandmarkFrame frame)
    {
        foreach (Landmark point in frame.Pose)
        {
            if (!point.IsMissing)
            {
                return true;
            }
        }

        return false;
    }
}
