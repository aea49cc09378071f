using Hasta.Datasets;

namespace Hasta.Evaluation;

/// <summary>Knows clips again by their landmarks' hash, whatever they are called and wherever they lie.</summary>
public static class LeakCheck
{
    /// <param name="clips">The clips to evaluate.</param>
    /// <param name="trainedOn">The split that the checkpoint was trained with: its training and validation parts have shaped the model.</param>
    /// <exception cref="TrainingClipsException">Some of the clips have shaped the model.</exception>
    public static void Check(IReadOnlyList<ManifestEntry> clips, SplitPlan trainedOn)
    {
        HashSet<string> seen = [.. trainedOn.Clips.Where(clip => clip.Split != Split.Test).Select(clip => clip.PoseSha256)];
        string[] leaked = [.. clips.Where(clip => seen.Contains(clip.PoseSha256)).Select(clip => clip.Clip)];
        if (leaked.Length > 0)
        {
            throw new TrainingClipsException(leaked, clips.Count);
        }
    }
}
