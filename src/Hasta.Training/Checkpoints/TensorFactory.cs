using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Checkpoints;

/// <summary>Arrays of .NET's -> tensors.</summary>
internal static class TensorFactory
{
    /// <summary>On a processor the tensor is the array itself, held for as long as the tensor lives; elsewhere a copy.</summary>
    public static Tensor ToTensor(Array values, Device device, params long[] shape)
    {
        using DisposeScope scope = NewDisposeScope();
        ScalarType type = values switch
        {
            float[] => ScalarType.Float32,
            byte[] => ScalarType.Byte,
            bool[] => ScalarType.Bool,
            _ => throw new ArgumentException($"{values.GetType().Name} is not among the arrays that are needed.", nameof(values)),
        };
        return frombuffer(values, type).view(shape).to(device).MoveToOuterDisposeScope();
    }
}
