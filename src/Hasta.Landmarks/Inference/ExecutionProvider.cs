namespace Hasta.Landmarks.Inference;

/// <summary>What ONNX Runtime computes on. Others round otherwise, so that their landmarks differ a little.</summary>
public enum ExecutionProvider
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>NVIDIA's graphics cards.</summary>
    Cuda,

    /// <summary>Apple's Neural Engine and graphics.</summary>
    CoreMl,
}
