namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>A network ready for ONNX Runtime.</summary>
internal sealed record OnnxModel
{
    /// <summary>The name of the one input in <see cref="Bytes"/>.</summary>
    public const string InputName = "input";

    /// <summary>A serialised ModelProto.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary><c>[1, channel, height, width]</c>.</summary>
    public required IReadOnlyList<int> InputShape { get; init; }

    /// <summary>In the order of the .tflite file.</summary>
    public required IReadOnlyList<NetworkOutput> Outputs { get; init; }

    /// <summary>The name of each of the <see cref="Outputs"/> in <see cref="Bytes"/>.</summary>
    public required IReadOnlyList<string> OutputNames { get; init; }
}
