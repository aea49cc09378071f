namespace Hasta.Landmarks.Inference;

/// <summary>Hasta was built for an execution provider that is not available.</summary>
public sealed class ExecutionProviderException : HastaException
{
    public ExecutionProviderException(string provider, string problem, Exception? inner = null)
        : base(
            $"ONNX Runtime cannot compute on {provider}: {problem.TrimEnd('.', '\n')}. "
            + "Install what it needs (CUDA: the driver, CUDA and cuDNN), or build for the CPU with OnnxBackend=cpu.",
            inner)
    {
    }
}
