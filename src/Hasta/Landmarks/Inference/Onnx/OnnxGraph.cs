using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>
/// An ONNX model under construction. Field and type numbers are those of ModelProto, GraphProto, NodeProto,
/// TensorProto and ValueInfoProto in onnx.proto; operators are those of opset 17.
/// </summary>
internal sealed class OnnxGraph
{
    private const int FloatElements = 1;
    private const int Int64Elements = 7;
    private const int MaxBytes = 512 << 20;

    private readonly ProtoMessage graph = new ProtoMessage().Text(2, "landmarks");
    private int names;

    /// <summary>Adds a node with one result.</summary>
    /// <returns>The result's name.</returns>
    public string Node(string type, string[] inputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        string result = $"v{names++}";
        var node = new ProtoMessage();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, result).Text(3, $"{type}_{result}").Text(4, type);
        foreach (var attribute in attributes)
        {
            node.Message(5, attribute.Message);
        }

        Add(1, node);
        return result;
    }

    public string Constant(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Constant(MemoryMarshal.AsBytes(values), FloatElements, shape);

    /// <summary>A list of whole numbers, as ONNX takes shapes, axes and pads.</summary>
    public string Constant(params ReadOnlySpan<long> values) => Constant(MemoryMarshal.AsBytes(values), Int64Elements, [values.Length]);

    /// <summary>A single number, of shape [].</summary>
    public string Scalar(float value) => Constant(new ReadOnlySpan<float>(in value), []);

    public void Input(string name, ReadOnlySpan<int> shape) => Add(11, ValueInfo(name, shape));

    public void Output(string name, ReadOnlySpan<int> shape) => Add(12, ValueInfo(name, shape));

    /// <summary>The finished ModelProto.</summary>
    public byte[] ToModel() => new ProtoMessage()
        .Int(1, 8)
        .Text(2, "Hasta")
        .Message(8, new ProtoMessage().Text(1, "").Int(2, 17))
        .Message(7, graph)
        .ToArray();

    private string Constant(ReadOnlySpan<byte> raw, int type, ReadOnlySpan<int> shape)
    {
        string name = $"c{names++}";
        var tensor = new ProtoMessage();
        foreach (int size in shape)
        {
            tensor.Int(1, size);
        }

        Add(5, tensor.Int(2, type).Text(8, name).Bytes(9, raw));
        return name;
    }

    private static ProtoMessage ValueInfo(string name, ReadOnlySpan<int> shape)
    {
        var sizes = new ProtoMessage();
        foreach (int size in shape)
        {
            sizes.Message(1, new ProtoMessage().Int(1, size));
        }

        var tensor = new ProtoMessage().Int(1, FloatElements).Message(2, sizes);
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, tensor));
    }

    private void Add(int field, ProtoMessage part)
    {
        graph.Message(field, part);
        if (graph.Length > MaxBytes)
        {
            throw new InvalidDataException($"the model grows beyond {MaxBytes} bytes.");
        }
    }
}
