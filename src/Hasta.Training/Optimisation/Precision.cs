namespace Hasta.Training.Optimisation;

/// <summary>The numbers that a network computes with while it trains. Weights, their average, batch-norm statistics, loss and validation are float32 always.</summary>
internal enum Precision
{
    /// <summary>float32.</summary>
    Full,

    /// <summary>Half the memory and, on devices made for it, a multiple of the speed, at three significant digits.</summary>
    BFloat16,
}
