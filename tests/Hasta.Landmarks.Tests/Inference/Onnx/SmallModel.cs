using System.Runtime.InteropServices;
using Google.FlatBuffers;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Hasta.Landmarks.Tests.Inference.Onnx;

/// <summary>Writes .tflite files with a few operators; fields are numbered as in the public schema.fbs.</summary>
internal sealed class SmallModel
{
    public const int Float32 = 0;
    public const int Float16 = 1;
    public const int Int32 = 2;

    private readonly FlatBufferBuilder builder = new(1024) { ForceDefaults = true };
    private readonly List<int> tensors = [];
    private readonly List<int> buffers = [];
    private readonly List<int> operators = [];
    private readonly List<int> codes = [];

    public SmallModel(params int[] inputShape)
    {
        buffers.Add(Table());
        Value(inputShape);
    }

    /// <summary>A computed tensor; the constructor's input has number 0.</summary>
    public int Value(params int[] shape) => Tensor(shape, Float32, 0);

    public int Constant(float[] values, params int[] shape) => Tensor(shape, Float32, Buffer(MemoryMarshal.AsBytes<float>(values)));

    public int Halves(float[] values, params int[] shape) =>
        Tensor(shape, Float16, Buffer(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(values, value => (Half)value))));

    public int Ints(int[] values, params int[] shape) => Tensor(shape, Int32, Buffer(MemoryMarshal.AsBytes<int>(values)));

    /// <summary>A float16 tensor of which only some values are stored.</summary>
    public int Sparse(SparseWeights weights)
    {
        int levels = Offsets(Array.ConvertAll(weights.Levels, Level));
        int sparsity = Table((0, Child(Vector(weights.Order))), (1, Child(Vector(weights.BlockMap))), (2, Child(levels)));
        int buffer = Buffer(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(weights.Values, value => (Half)value)));
        return Tensor(weights.Shape, Float16, buffer, (6, Child(sparsity)));
    }

    /// <summary>Adds an operator; <paramref name="options"/> are field numbers with an int, a byte (for enums) or a bool.</summary>
    public SmallModel Operator(int code, int[] inputs, int output, params (int Field, object Value)[] options)
    {
        codes.Add(Table((0, (byte)Math.Min(code, 127)), (3, code)));
        int table = Table(options);
        int ins = Vector(inputs);
        int outs = Vector([output]);
        operators.Add(Table((0, codes.Count - 1), (1, Child(ins)), (2, Child(outs)), (3, (byte)1), (4, Child(table))));
        return this;
    }

    /// <summary>The bytes of the file; the last tensor is the output unless another is given.</summary>
    public byte[] ToFile(int? output = null)
    {
        int ins = Vector([0]);
        int outs = Vector([output ?? tensors.Count - 1]);
        int graph = Table((0, Child(Offsets(tensors))), (1, Child(ins)), (2, Child(outs)), (3, Child(Offsets(operators))));
        int model = Table((0, 3), (1, Child(Offsets(codes))), (2, Child(Offsets([graph]))), (4, Child(Offsets(buffers))));
        builder.Finish(model, "TFL3");
        return builder.SizedByteArray();
    }

    /// <summary>Exports the file and runs it on an input in TensorFlow Lite's layout, channels last.</summary>
    public float[] Run(float[] input, int? output = null)
    {
        var model = OnnxExporter.Export(ToFile(output), "small.tflite");
        OnnxRuntime.Start();
        using var session = new InferenceSession(model.Bytes);
        using var value = OrtValue.CreateTensorValueFromMemory(
            ToNchw(input, model.InputShape),
            [.. model.InputShape.Select(size => (long)size)]);
        using var options = new RunOptions();
        using var results = session.Run(options, [OnnxModel.InputName], [value], model.OutputNames);
        Assert.Equal(model.Outputs[0].Shape.Select(size => (long)size), results[0].GetTensorTypeAndShape().Shape);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static float[] ToNchw(float[] nhwc, IReadOnlyList<int> shape) =>
        TensorOrder.Permute(nhwc, new ImageShape(shape[0], shape[2], shape[3], shape[1]));

    private static Offset Child(int offset) => new(offset);

    // Segments as an Int32Vector, indices as a Uint8Vector.
    private int Level(SparseWeights.Level level)
    {
        if (level.Segments.Length == 0)
        {
            return Table((0, (byte)0), (1, level.Size));
        }

        int segments = Table((0, Child(Vector(level.Segments))));
        int indices = Table((0, Child(ByteVector(level.Indices))));
        return Table((0, (byte)1), (2, (byte)1), (3, Child(segments)), (4, (byte)3), (5, Child(indices)));
    }

    private int Tensor(int[] shape, int type, int buffer, params (int Field, object Value)[] more)
    {
        string name = $"tensor{tensors.Count}";
        var text = builder.CreateString(name);
        tensors.Add(Table([(0, Child(Vector(shape))), (1, (byte)type), (2, buffer), (3, Child(text.Value)), .. more]));
        return tensors.Count - 1;
    }

    private int Buffer(ReadOnlySpan<byte> bytes)
    {
        buffers.Add(Table((0, Child(ByteVector(Array.ConvertAll(bytes.ToArray(), value => (int)value))))));
        return buffers.Count - 1;
    }

    private int Table(params (int Field, object Value)[] fields)
    {
        builder.StartTable(fields.Length == 0 ? 0 : fields.Max(field => field.Field) + 1);
        foreach (var (field, value) in fields)
        {
            Add(field, value);
        }

        return builder.EndTable();
    }

    private void Add(int field, object value)
    {
        switch (value)
        {
            case int number: builder.AddInt(field, number, 0); break;
            case byte number: builder.AddByte(field, number, 0); break;
            case bool flag: builder.AddBool(field, flag, false); break;
            case Offset child: builder.AddOffset(field, child.Value, 0); break;
            default: throw new ArgumentException($"No field of the type {value.GetType()}.", nameof(value));
        }
    }

    private int Vector(int[] values)
    {
        builder.StartVector(sizeof(int), values.Length, sizeof(int));
        foreach (int value in values.AsEnumerable().Reverse())
        {
            builder.AddInt(value);
        }

        return builder.EndVector().Value;
    }

    private int ByteVector(int[] values)
    {
        builder.StartVector(1, values.Length, 16);
        foreach (int value in values.AsEnumerable().Reverse())
        {
            builder.AddByte((byte)value);
        }

        return builder.EndVector().Value;
    }

    private int Offsets(IReadOnlyList<int> tables)
    {
        builder.StartVector(sizeof(int), tables.Count, sizeof(int));
        foreach (int table in tables.Reverse())
        {
            builder.AddOffset(table);
        }

        return builder.EndVector().Value;
    }

    private readonly record struct Offset(int Value);
}
