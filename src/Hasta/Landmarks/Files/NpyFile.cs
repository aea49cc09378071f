using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Hasta.Landmarks.Files;

/// <summary>A float32 array in NumPy's .npy format (v1 to v3, C order, little-endian), read row by row.</summary>
public sealed partial class NpyFile : IDisposable
{
    private const int MaxHeaderBytes = 1 << 16;
    private readonly FileStream stream;
    private readonly long dataStart;

    private NpyFile(FileStream stream, long dataStart, IReadOnlyList<int> shape)
    {
        this.stream = stream;
        this.dataStart = dataStart;
        Shape = shape;
    }

    /// <summary>Outer to inner.</summary>
    public IReadOnlyList<int> Shape { get; }

    private int RowLength => Shape.Skip(1).Aggregate(1, (product, side) => checked(product * side));

    /// <exception cref="BadFileException">Missing, no .npy file, another number type or order, or shorter than its shape says.</exception>
    public static NpyFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        FileStream stream = File.OpenRead(path);
        try
        {
            (long start, int[] shape) = ReadHeader(stream);
            var file = new NpyFile(stream, start, shape);
            return shape.Length > 0 && stream.Length - start == 4L * shape[0] * file.RowLength
                ? file
                : throw new InvalidDataException($"its length does not fit the shape [{string.Join(", ", shape)}]");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or OverflowException)
        {
            stream.Dispose();
            throw new BadFileException(path, $"not a usable .npy file: {error.Message}.", "Save it with numpy.save as float32 in C order.", error);
        }
    }

    /// <summary>One entry along the first axis, flattened in C order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public float[] ReadRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Shape[0]);
        float[] values = new float[RowLength];
        lock (stream)
        {
            stream.Position = dataStart + (4L * row * values.Length);
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        return values;
    }

    public void Dispose() => stream.Dispose();

    private static (long Start, int[] Shape) ReadHeader(FileStream stream)
    {
        Span<byte> fixedPart = stackalloc byte[12];
        stream.ReadExactly(fixedPart[..8]);
        if (fixedPart[0] != 0x93 || !fixedPart[1..6].SequenceEqual("NUMPY"u8))
        {
            throw new InvalidDataException("it does not begin with NumPy's magic bytes");
        }

        int lengthBytes = fixedPart[6] == 1 ? 2 : 4;
        stream.ReadExactly(fixedPart.Slice(8, lengthBytes));
        uint length = lengthBytes == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(fixedPart[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(fixedPart[8..]);
        if (length > MaxHeaderBytes)
        {
            throw new InvalidDataException($"a header of {length} bytes");
        }

        byte[] header = new byte[length];
        stream.ReadExactly(header);
        return (stream.Position, ParseShape(Encoding.ASCII.GetString(header)));
    }

    private static int[] ParseShape(string header)
    {
        Match match = HeaderPattern().Match(header);
        return match.Success
            ? [.. match.Groups["side"].Captures.Select(side => int.Parse(side.Value, System.Globalization.CultureInfo.InvariantCulture))]
            : throw new InvalidDataException($"its header is {header.Trim()}, not little-endian float32 in C order");
    }

    [GeneratedRegex(@"^\{\s*'descr':\s*'<f4',\s*'fortran_order':\s*False,\s*'shape':\s*\((?:(?<side>\d{1,9}),?\s*)+\),?\s*\}\s*$")]
    private static partial Regex HeaderPattern();
}
