namespace Hasta.Training.Models;

/// <summary>Settings that create their own network; used by tests.</summary>
internal interface IClassifierFactory
{
    /// <param name="features">Features per frame.</param>
    /// <param name="glosses">Size of the vocabulary.</param>
    Classifier Create(int features, int glosses);
}
