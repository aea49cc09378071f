namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>
/// The only graph of a .tflite file. Field numbers are those of TensorFlow Lite's public schema.fbs (tables Model, SubGraph, Tensor,
/// Buffer, Operator, OperatorCode).
/// </summary>
internal sealed record TfliteGraph
{
    private const int MaxTensors = 1 << 14;
    private const int MaxRank = 6;

    public required IReadOnlyList<TfliteTensor> Tensors { get; init; }

    /// <summary>In execution order.</summary>
    public required IReadOnlyList<TfliteOperator> Operators { get; init; }

    public required int[] Inputs { get; init; }

    public required int[] Outputs { get; init; }

    /// <exception cref="InvalidDataException">The file is malformed or uses an unsupported feature, which the message names.</exception>
    public static TfliteGraph Read(byte[] file)
    {
        var model = FlatTable.Root(file, "TFL3");
        var graphs = model.Tables(2);
        if (graphs.Length != 1)
        {
            throw new InvalidDataException($"it contains {graphs.Length} graphs instead of one.");
        }

        var buffers = Array.ConvertAll(model.Tables(4), buffer => buffer.Bytes(0));
        var codes = Array.ConvertAll(model.Tables(1), ReadCode);
        var tensors = Array.ConvertAll(Limited(graphs[0].Tables(0)), table => ReadTensor(table, buffers));
        return new TfliteGraph
        {
            Tensors = tensors,
            Operators = Array.ConvertAll(Limited(graphs[0].Tables(3)), table => ReadOperator(table, codes, tensors.Length)),
            Inputs = Checked(graphs[0].Ints(1), 0, tensors.Length),
            Outputs = Checked(graphs[0].Ints(2), 0, tensors.Length),
        };
    }

    private static OperatorCode ReadCode(FlatTable table)
    {
        // Codes above 127 are in the newer field; older files have only the byte.
        var code = (OperatorCode)Math.Max(table.Byte(0), table.Int(3));
        return Enum.IsDefined(code)
            ? code
            : throw new InvalidDataException($"it uses the operator {(int)code} {table.Text(1)}, which is not supported.");
    }

    private static TfliteTensor ReadTensor(FlatTable table, ReadOnlyMemory<byte>[] buffers)
    {
        int[] shape = table.Ints(0);
        var type = (TensorType)table.Byte(1);
        int buffer = Checked([table.Int(2)], 0, buffers.Length)[0];
        if (shape.Length > MaxRank || !Enum.IsDefined(type))
        {
            throw new InvalidDataException(
                $"a tensor of {shape.Length} dimensions has the element type {(int)type}, which is not supported.");
        }

        TfliteTensor.Count(shape);
        return new TfliteTensor
        {
            Name = table.Text(3),
            Shape = shape,
            Type = type,
            Data = buffers[buffer],
            Sparsity = table.Table(6) is FlatTable sparsity ? SparseLayout.Read(sparsity, shape) : null,
        };
    }

    private static TfliteOperator ReadOperator(FlatTable table, OperatorCode[] codes, int tensors)
    {
        var code = codes[Checked([table.Int(0)], 0, codes.Length)[0]];
        int[] inputs = Checked(table.Ints(1), TfliteOperator.Omitted, tensors);
        return new TfliteOperator(code, inputs, Checked(table.Ints(2), 0, tensors), table.Table(4));
    }

    private static FlatTable[] Limited(FlatTable[] tables) => tables.Length <= MaxTensors
        ? tables
        : throw new InvalidDataException($"it has {tables.Length} tensors or operators.");

    private static int[] Checked(int[] indices, int from, int count) => Array.TrueForAll(indices, index => index >= from && index < count)
        ? indices
        : throw new InvalidDataException($"an index is not between {from} and {count}.");
}
