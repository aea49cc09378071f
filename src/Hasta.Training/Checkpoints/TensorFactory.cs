using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Checkpoints;

/// <summary>Converts .NET arrays to tensors.</summary>
internal static class TensorFactory
{
    /// <summary>On the CPU the tensor shares the array's memory and keeps the array alive; on other devices it is a copy.</summary>
    public static Tensor ToTensor(Array values, Device device, params long[] shape)
    {
        using DisposeScope scope = NewDisposeScope();
        ScalarType type = values switch
        {
            float[] => ScalarType.Float32,
            byte[] => ScalarType.Byte,
            bool[] => ScalarType.Bool,
            _ => throw new ArgumentException($"{values.GetType().Name} is not a supported array type.", nameof(values)),
        };
        return frombuffer(values, type).view(shape).to(device).MoveToOuterDisposeScope();
    }
}
