using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Hasta.Landmarks.Files;

/// <summary>Reads little-endian values one after the other and never past the end.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    public readonly int Left => bytes.Length - position;

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public float F32() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    /// <exception cref="InvalidDataException">Bytes that are no UTF-8: another text would be written back.</exception>
    public string Text()
    {
        try
        {
            return StrictUtf8.GetString(Take(U16()));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"a name before byte {position} is no UTF-8", error);
        }
    }

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

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count > Left)
        {
            throw new EndOfStreamException($"{count} bytes are announced at byte {position} and {Left} are left");
        }

        ReadOnlySpan<byte> taken = bytes.Slice(position, (int)count);
        position += taken.Length;
        return taken;
    }
}
