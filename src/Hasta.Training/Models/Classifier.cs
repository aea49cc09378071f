using Hasta.Training.Data;
using static TorchSharp.torch;

namespace Hasta.Training.Models;

/// <summary>A network that maps a batch of clips to an embedding per clip, and the embedding to logits <c>[batch, gloss]</c>.</summary>
internal abstract class Classifier(string name) : nn.Module<FeatureBatch, Tensor>(name)
{
    /// <summary>Number of parameters.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Minimum number of clips per micro-batch in training: a norm over clips has no variance over a single clip.</summary>
    public virtual int MinBatchSize => 1;

    /// <returns>The input of the head, after pooling over the real frames: <c>[batch, width]</c>.</returns>
    public abstract Tensor Embed(FeatureBatch batch);

    /// <param name="embedding">The result of <see cref="Embed"/>.</param>
    /// <returns>Logits <c>[batch, gloss]</c>.</returns>
    public abstract Tensor Classify(Tensor embedding);

    /// <returns>Logits <c>[batch, gloss]</c>.</returns>
    public sealed override Tensor forward(FeatureBatch batch)
    {
        using Tensor embedding = Embed(batch);
        return Classify(embedding);
    }

    /// <summary>The fraction 0..1 of the learning rate at which a parameter is trained.</summary>
    public virtual double LearningRateFactor(string parameter) => 1;
}
