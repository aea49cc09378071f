using System.Runtime.InteropServices;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Npy;

/// <summary>A float32 or float64 array in NumPy's .npy format (v1 to v3, C order, little-endian), read row by row.</summary>
internal sealed class NpyFile : IDisposable
{
    private readonly FileStream stream;
    private readonly NpyHeader header;

    private NpyFile(FileStream stream, NpyHeader header)
    {
        this.stream = stream;
        this.header = header;
    }

    /// <summary>Outer to inner.</summary>
    public IReadOnlyList<int> Shape => header.Shape;

    /// <exception cref="BadFileException">
    /// The file is missing, not a .npy file, of another number type or order, or its length does not match its shape.
    /// </exception>
    public static NpyFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        FileStream stream = InputFile.Open(path);
        try
        {
            var header = NpyHeader.Read(stream);
            return stream.Length - header.DataStart == (decimal)header.NumberBytes * header.Shape[0] * header.RowLength
                ? new NpyFile(stream, header)
                : throw new InvalidDataException($"its length does not match the shape [{string.Join(", ", header.Shape)}]");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or OverflowException)
        {
            stream.Dispose();
            throw new BadFileException(
                path,
                $"not a usable .npy file: {error.Message}.",
                "Save it with numpy.save as float32 in C order.",
                error);
        }
    }

    /// <summary>One entry along the first axis, flattened in C order. Safe to call from several threads.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public float[] ReadRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Shape[0]);
        byte[] bytes = new byte[checked(header.RowLength * header.NumberBytes)];
        long start = header.DataStart + ((long)row * bytes.Length);
        for (int read = 0; read < bytes.Length;)
        {
            int count = RandomAccess.Read(stream.SafeFileHandle, bytes.AsSpan(read), start + read);
            read += count > 0 ? count : throw new EndOfStreamException($"{stream.Name} was truncated while being read.");
        }

        return header.NumberBytes == sizeof(float)
            ? MemoryMarshal.Cast<byte, float>(bytes).ToArray()
            : Array.ConvertAll(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), number => (float)number);
    }

    public void Dispose() => stream.Dispose();
}
