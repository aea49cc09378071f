namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>A dimension of an input or output: a number, or a name if the size may differ from call to call.</summary>
internal readonly record struct OnnxSize
{
    private OnnxSize(ProtoMessage message)
    {
        Message = message;
    }

    /// <summary>TensorShapeProto.Dimension of onnx.proto.</summary>
    public ProtoMessage Message { get; }

    public static implicit operator OnnxSize(int size) => new(new ProtoMessage().Int(1, size));

    public static implicit operator OnnxSize(string name) => new(new ProtoMessage().Text(2, name));
}
