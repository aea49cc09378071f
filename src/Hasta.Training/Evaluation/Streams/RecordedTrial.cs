namespace Hasta.Training.Evaluation.Streams;

/// <summary>The scores of a signer's recorded clips in streams of one frame rate.</summary>
internal sealed record RecordedTrial
{
    public required double FramesPerSecond { get; init; }

    /// <summary>The clips as they were recorded, end to end. The whole of a clip counts as its sign, so latencies say nothing.</summary>
    public required StreamScore Cut { get; init; }

    /// <summary>
    /// The clips at their own speed, with rests and movements in between, seen by a <see cref="Data.Streams.VirtualCamera"/>.
    /// </summary>
    public required StreamScore Joined { get; init; }
}
