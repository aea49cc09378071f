namespace Hasta.Training.Evaluation;

/// <summary>The result of leave-one-signer-out cross-validation, over all signers and seeds.</summary>
internal sealed record CrossValidationResult
{
    public required string Protocol { get; init; }

    public required TrainingConfig Config { get; init; }

    public required long Parameters { get; init; }

    public required IReadOnlyList<FoldResult> Folds { get; init; }

    /// <summary>The mean over signers of each signer's mean over seeds, 0..1.</summary>
    public double Top1 => MeanOverSigners(fold => fold.Top1);

    public double MirroredTop1 => MeanOverSigners(fold => fold.MirroredTop1);

    /// <summary>Null without the baseline.</summary>
    public double? NearestNeighbourTop1 => Folds.All(fold => fold.NearestNeighbourTop1 is not null)
        ? MeanOverSigners(fold => fold.NearestNeighbourTop1!.Value)
        : null;

    /// <summary>The lowest mean over seeds of any signer.</summary>
    public double WorstSigner => Folds.GroupBy(fold => fold.Signer).Min(signer => signer.Average(fold => fold.Top1));

    /// <summary>The mean over signers for each seed; the spread shows the effect of chance.</summary>
    public IReadOnlyList<double> Top1BySeed => [.. Folds.GroupBy(fold => fold.Seed).Select(seed => seed.Average(fold => fold.Top1))];

    private double MeanOverSigners(Func<FoldResult, double> value) =>
        Folds.GroupBy(fold => fold.Signer).Average(signer => signer.Average(value));
}
