using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Hasta.Landmarks.Files;

/// <summary>Reads little-endian values one after the other and never past the end.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    public readonly int Left => bytes.Length - position;

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public float F32() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public string Text() => Encoding.UTF8.GetString(Take(U16()));

    /// <exception cref="EndOfStreamException">Fewer than 4 x <paramref name="count"/> bytes are left; nothing is allocated then.</exception>
    public float[] Floats(long count)
    {
        if (count > Left / 4)
        {
            throw new EndOfStreamException($"{count} numbers are announced and {Left} bytes are left");
        }

        float[] values = new float[count];
        Take(4 * values.Length).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
        {
            throw new EndOfStreamException($"{count} bytes are announced at byte {position} and {Left} are left");
        }

        ReadOnlySpan<byte> taken = bytes.Slice(position, count);
        position += count;
        return taken;
    }
}
