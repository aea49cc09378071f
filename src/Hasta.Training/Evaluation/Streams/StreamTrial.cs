namespace Hasta.Training.Evaluation.Streams;

/// <summary>The score of a source's streams of one kind, seen by one camera.</summary>
internal sealed record StreamTrial
{
    public required string Source { get; init; }

    public required bool IsConfirmed { get; init; }

    public required StreamKind Kind { get; init; }

    public required double FramesPerSecond { get; init; }

    public required bool IsCloseUp { get; init; }

    public required StreamScore Score { get; init; }
}
