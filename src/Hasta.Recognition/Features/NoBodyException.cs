using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>No person can be detected in a clip, so signs cannot be measured.</summary>
public sealed class NoBodyException : HastaException
{
    public NoBodyException(string problem)
        : this(problem, "Show the signer from the hips up, facing the camera.")
    {
    }

    private NoBodyException(string problem, string remedy)
        : base($"{problem} {remedy}")
    {
    }

    /// <summary>For a clip in which no frame has both shoulders.</summary>
    /// <param name="frames">Its frames.</param>
    /// <returns>An error that names the missing points if other points of the body are present.</returns>
    internal static NoBodyException Without(IReadOnlyList<LandmarkFrame> frames)
    {
        bool HasPoint(int point) => frames.Any(frame => !frame[point].IsMissing);
        static string Names(int[] points, string separator) =>
            string.Join(separator, points.Select(point => LandmarkLayout.PoseNames[point]));
        int[] shoulders = [LandmarkLayout.LeftShoulder, LandmarkLayout.RightShoulder];
        int[] missing = [.. shoulders.Where(point => !HasPoint(point))];
        return !Enumerable.Range(LandmarkLayout.PoseStart, LandmarkLayout.PoseCount).Any(HasPoint)
            ? new NoBodyException("No person was found in this clip.")
            : new NoBodyException(
                $"No frame of this clip has {(missing.Length > 0 ? Names(missing, " or ") : $"both {Names(shoulders, " and ")}")}, "
                + "relative to which signs are measured.",
                "Its landmarks must have both shoulders.");
    }
}
