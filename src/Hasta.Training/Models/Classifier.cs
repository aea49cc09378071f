using Hasta.Training.Data;
using TorchSharp;

namespace Hasta.Training.Models;

/// <summary>A network that takes a batch of clips and gives logits <c>[batch, gloss]</c>.</summary>
internal abstract class Classifier(string name) : torch.nn.Module<FeatureBatch, torch.Tensor>(name)
{
    /// <summary>Trained numbers.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Clips that training needs at a time: a norm over clips has no spread in one alone.</summary>
    public virtual int MinBatchSize => 1;

    /// <summary>The part 0..1 of the learning rate at which a parameter is trained.</summary>
    public virtual double RateOf(string parameter) => 1;
}
