namespace Hasta.Recognition.Onnx;

/// <summary>How a file stores the matrices of a network. All formats compute in float32 and store norms and biases as float32.</summary>
public enum WeightFormat
{
    /// <summary>float32.</summary>
    Full,

    /// <summary>float16: half the size.</summary>
    Half,

    /// <summary>int8 with a scale per row: a quarter of the size.</summary>
    Quantized,
}
