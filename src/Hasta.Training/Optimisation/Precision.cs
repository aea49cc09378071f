namespace Hasta.Training.Optimisation;

/// <summary>
/// Number format of a network's computations during training. Weights, their average, batch-norm statistics, loss and validation are always
/// float32.
/// </summary>
internal enum Precision
{
    /// <summary>float32.</summary>
    Full,

    /// <summary>
    /// bfloat16: half the memory and, on devices that support it, several times the speed, with about three significant digits.
    /// </summary>
    BFloat16,
}
