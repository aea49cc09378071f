namespace Hasta.Landmarks.Inference;

/// <summary>The hardware that ONNX Runtime uses. Providers round differently, so their landmarks differ slightly.</summary>
public enum ExecutionProvider
{
    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>NVIDIA GPUs.</summary>
    Cuda,

    /// <summary>Apple's Neural Engine and GPU.</summary>
    CoreMl,
}
