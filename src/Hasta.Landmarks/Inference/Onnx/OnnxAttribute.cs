using System.Text;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>A named setting of an ONNX node; field and type numbers are those of AttributeProto in onnx.proto.</summary>
internal sealed record OnnxAttribute
{
    private const int FloatType = 1;
    private const int IntType = 2;
    private const int TextType = 3;
    private const int IntsType = 7;

    private OnnxAttribute(ProtoMessage message)
    {
        Message = message;
    }

    public ProtoMessage Message { get; }

    public static OnnxAttribute Int(string name, long value) => new(Begin(name, IntType).Int(3, value));

    public static OnnxAttribute Float(string name, float value) => new(Begin(name, FloatType).Float(2, value));

    public static OnnxAttribute Text(string name, string value) => new(Begin(name, TextType).Bytes(4, Encoding.UTF8.GetBytes(value)));

    public static OnnxAttribute Ints(string name, params ReadOnlySpan<long> values)
    {
        var message = Begin(name, IntsType);
        foreach (long value in values)
        {
            message.Int(8, value);
        }

        return new OnnxAttribute(message);
    }

    private static ProtoMessage Begin(string name, int type) => new ProtoMessage().Text(1, name).Int(20, type);
}
