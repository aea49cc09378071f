using Hasta.Training.Evaluation.Streams;

namespace Hasta.Training.Evaluation;

/// <summary>The result for one left-out signer and one seed.</summary>
internal sealed record FoldResult
{
    public required string Signer { get; init; }

    public required int Seed { get; init; }

    /// <summary>Clips of the left-out signer.</summary>
    public required int Clips { get; init; }

    /// <summary>The fraction 0..1 recognised.</summary>
    public required double Top1 { get; init; }

    /// <summary><see cref="Top1"/> of the clips with left and right swapped, as a flipped webcam shows them.</summary>
    public required double MirroredTop1 { get; init; }

    /// <summary>
    /// Top-1 of <see cref="Evaluation.NearestNeighbour"/> on the same clips, from the same training clips; null if not requested.
    /// </summary>
    public double? NearestNeighbourTop1 { get; init; }

    /// <summary>Live recognition of the left-out clips laid end to end; null if not requested.</summary>
    public RecordedResult? Streams { get; init; }

    public required double Seconds { get; init; }
}
