namespace Hasta.Recognition.Onnx;

/// <summary>How a file keeps the matrices of a network. All are computed with as float32; norms and biases are float32 in each.</summary>
public enum WeightFormat
{
    /// <summary>float32.</summary>
    Full,

    /// <summary>float16: half the size.</summary>
    Half,

    /// <summary>int8 with a scale per row: a quarter of the size.</summary>
    Quantized,
}
