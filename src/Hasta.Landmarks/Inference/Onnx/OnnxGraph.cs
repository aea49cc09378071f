using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>
/// An ONNX model under construction. Field and type numbers are those of ModelProto, GraphProto, NodeProto,
/// TensorProto and ValueInfoProto in onnx.proto; operators are those of opset 17.
/// </summary>
/// <param name="name">The graph's name.</param>
internal sealed class OnnxGraph(string name)
{
    private const int MaxBytes = 512 << 20;

    private readonly ProtoMessage graph = new ProtoMessage().Text(2, name);
    private readonly SortedDictionary<string, string> metadata = new(StringComparer.Ordinal);
    private int names;

    /// <summary>Adds a node with one result.</summary>
    /// <returns>The result's name.</returns>
    public string Node(string type, string[] inputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        string result = $"v{names++}";
        AddNode(type, inputs, result, attributes);
        return result;
    }

    private void AddNode(string type, string[] inputs, string result, ReadOnlySpan<OnnxAttribute> attributes)
    {
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
    }

    public string Constant(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Constant(MemoryMarshal.AsBytes(values), OnnxElement.Float, shape);

    /// <param name="values">Row-major.</param>
    /// <param name="shape">Sizes whose product is the number of values.</param>
    public string Constant(ReadOnlySpan<Half> values, params ReadOnlySpan<int> shape) =>
        Constant(MemoryMarshal.AsBytes(values), OnnxElement.Half, shape);

    /// <inheritdoc cref="Constant(ReadOnlySpan{Half}, ReadOnlySpan{int})"/>
    public string Constant(ReadOnlySpan<sbyte> values, params ReadOnlySpan<int> shape) =>
        Constant(MemoryMarshal.AsBytes(values), OnnxElement.Int8, shape);

    /// <summary>A list of integers, as ONNX expects for shapes, axes and pads.</summary>
    public string Constant(params ReadOnlySpan<long> values) => Constant(MemoryMarshal.AsBytes(values), OnnxElement.Int64, [values.Length]);

    /// <summary>A single number, of shape [].</summary>
    public string Scalar(float value) => Constant(new ReadOnlySpan<float>(in value), []);

    /// <summary>A single integer, of shape [].</summary>
    public string Index(long value) => Constant(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)), OnnxElement.Int64, []);

    /// <param name="name">Name of the input.</param>
    /// <param name="type">Type of its elements.</param>
    /// <param name="shape">Size of each dimension, or a name if only the caller knows the size.</param>
    /// <returns>The name of the input.</returns>
    public string Input(string name, OnnxElement type, params ReadOnlySpan<OnnxSize> shape)
    {
        Add(11, ValueInfo(name, type, shape));
        return name;
    }

    /// <summary>Declares a value as a float32 output.</summary>
    public void Output(string value, params ReadOnlySpan<OnnxSize> shape) => Add(12, ValueInfo(value, OnnxElement.Float, shape));

    /// <summary>Declares a value as an output with its own name.</summary>
    public void OutputAs(string name, string value, params ReadOnlySpan<OnnxSize> shape)
    {
        AddNode("Identity", [value], name, []);
        Output(name, shape);
    }

    /// <summary>Adds a metadata text to the file.</summary>
    public void Describe(string key, string text) => metadata[key] = text;

    /// <summary>The finished ModelProto.</summary>
    public byte[] ToModel()
    {
        ProtoMessage model = new ProtoMessage()
            .Int(1, 8)
            .Text(2, "Hasta")
            .Message(8, new ProtoMessage().Text(1, "").Int(2, 17))
            .Message(7, graph);
        foreach ((string key, string text) in metadata)
        {
            model.Message(14, new ProtoMessage().Text(1, key).Text(2, text));
        }

        return model.ToArray();
    }

    private string Constant(ReadOnlySpan<byte> raw, OnnxElement type, ReadOnlySpan<int> shape)
    {
        string name = $"c{names++}";
        var tensor = new ProtoMessage();
        foreach (int size in shape)
        {
            tensor.Int(1, size);
        }

        Add(5, tensor.Int(2, (int)type).Text(8, name).Bytes(9, raw));
        return name;
    }

    private static ProtoMessage ValueInfo(string name, OnnxElement type, ReadOnlySpan<OnnxSize> shape)
    {
        var sizes = new ProtoMessage();
        foreach (OnnxSize size in shape)
        {
            sizes.Message(1, size.Message);
        }

        var tensor = new ProtoMessage().Int(1, (int)type).Message(2, sizes);
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, tensor));
    }

    private void Add(int field, ProtoMessage message)
    {
        graph.Message(field, message);
        if (graph.Length > MaxBytes)
        {
            throw new InvalidDataException($"the model exceeds {MaxBytes} bytes.");
        }
    }
}
