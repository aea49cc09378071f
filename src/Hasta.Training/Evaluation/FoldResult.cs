namespace Hasta.Training.Evaluation;

/// <summary>One left-out signer with one seed.</summary>
internal sealed record FoldResult
{
    public required string Signer { get; init; }

    public required int Seed { get; init; }

    /// <summary>Clips of the left-out signer.</summary>
    public required int Clips { get; init; }

    /// <summary>The fraction 0..1 named right.</summary>
    public required double Top1 { get; init; }

    /// <summary>The same clips with left and right exchanged, as a flipped webcam shows them.</summary>
    public required double MirroredTop1 { get; init; }

    /// <summary>What <see cref="Evaluation.NearestNeighbour"/> makes of the same clips, from the same training clips; null where it was not asked.</summary>
    public double? NearestNeighbourTop1 { get; init; }

    public required double Seconds { get; init; }
}
