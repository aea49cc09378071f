using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>A clip in which no person can be made out: there is nothing to measure signs by.</summary>
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
    /// <returns>An error that names the missing points where others of the body are there.</returns>
    internal static NoBodyException Without(IReadOnlyList<LandmarkFrame> frames)
    {
        bool Sees(int point) => frames.Any(frame => !frame[point].IsMissing);
        int[] shoulders = [LandmarkLayout.LeftShoulder, LandmarkLayout.RightShoulder];
        int[] missing = [.. shoulders.Where(point => !Sees(point))];
        return !Enumerable.Range(LandmarkLayout.PoseStart, LandmarkLayout.PoseCount).Any(Sees)
            ? new NoBodyException("No person was found in this clip.")
            : new NoBodyException(
                $"No frame of this clip has {string.Join(" or ", (missing.Length > 0 ? missing : shoulders).Select(point => LandmarkLayout.PoseNames[point]))}{(missing.Length > 0 ? "" : " together")}, by which signs are measured.",
                "Its landmarks must have both shoulders.");
    }
}
