namespace Hasta.Training.Models;

/// <summary>Settings that make their network themselves: those of tests.</summary>
internal interface IClassifierFactory
{
    /// <param name="features">Numbers per frame.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    Classifier Create(int features, int glosses);
}
