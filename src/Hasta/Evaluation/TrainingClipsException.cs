namespace Hasta.Evaluation;

/// <summary>Clips to evaluate are among those that the model learnt from: their result would say nothing.</summary>
public sealed class TrainingClipsException : HastaException
{
    private const int Shown = 3;

    internal TrainingClipsException(IReadOnlyList<string> clips, int all)
        : base($"{clips.Count} of the {all} clips were used to train this model ({string.Join(", ", clips.Take(Shown))}{(clips.Count > Shown ? " ..." : "")}): "
            + "a result on them would say nothing. Evaluate other clips, or pass --allow-training-clips to measure them all the same.")
    {
        Clips = clips;
    }

    /// <summary>The ids of the clips at fault, as the data to evaluate names them.</summary>
    public IReadOnlyList<string> Clips { get; }
}
