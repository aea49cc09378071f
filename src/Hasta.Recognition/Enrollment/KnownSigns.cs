namespace Hasta.Recognition.Enrollment;

/// <summary>What a checkpoint knows about signs as points: the space of the points, and the points of its training clips.</summary>
/// <param name="Space">The space of the points.</param>
/// <param name="Prototypes">
/// The mean of each gloss and signer. Glosses that are not in the vocabulary are signs of one signer, which the network was not trained on.
/// </param>
internal sealed record KnownSigns(EmbeddingSpace Space, IReadOnlyList<SignPrototype> Prototypes)
{
    /// <param name="training">Clips of the vocabulary, at least one.</param>
    /// <param name="oneSigner">Clips of other glosses; they do not change the space.</param>
    public static KnownSigns Fit(IReadOnlyList<SignTake> training, IReadOnlyList<SignTake> oneSigner)
    {
        var space = EmbeddingSpace.Fit(training);
        return new KnownSigns(
            space,
            [
                .. training.Concat(oneSigner).GroupBy(take => (take.Gloss, take.Signer))
                    .Select(takes => new SignPrototype(
                        takes.Key.Gloss, SignEmbedding.Mean([.. takes.Select(take => space.Project(take.Values))]))),
            ]);
    }
}
