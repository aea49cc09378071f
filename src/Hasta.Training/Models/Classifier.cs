using Hasta.Training.Data;
using TorchSharp;

namespace Hasta.Training.Models;

/// <summary>A network that maps a batch of clips to logits <c>[batch, gloss]</c>.</summary>
internal abstract class Classifier(string name) : torch.nn.Module<FeatureBatch, torch.Tensor>(name)
{
    /// <summary>Number of parameters.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Minimum number of clips per micro-batch in training: a norm over clips has no variance over a single clip.</summary>
    public virtual int MinBatchSize => 1;

    /// <summary>The fraction 0..1 of the learning rate at which a parameter is trained.</summary>
    public virtual double LearningRateFactor(string parameter) => 1;
}
