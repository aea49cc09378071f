using System.Buffers.Binary;
using System.Text;

namespace Hasta.Landmarks.Files;

/// <summary>Reads little-endian values one after the other and never past the end.</summary>
internal struct ByteCursor(ReadOnlyMemory<byte> bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> bytes = bytes;
    private int position;

    public readonly int Left => bytes.Length - position;

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span);

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    public float F32() => BinaryPrimitives.ReadSingleLittleEndian(Take(4).Span);

    /// <exception cref="InvalidDataException">Bytes that are no UTF-8: another text would be written back.</exception>
    public string Text()
    {
        try
        {
            return StrictUtf8.GetString(Take(U16()).Span);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"a name before byte {position} is no UTF-8", error);
        }
    }

    /// <exception cref="EndOfStreamException">Fewer are left.</exception>
    public ReadOnlyMemory<byte> Take(long count)
    {
        if (count > Left)
        {
            throw new EndOfStreamException($"{count} bytes are announced at byte {position} and {Left} are left");
        }

        ReadOnlyMemory<byte> taken = bytes.Slice(position, (int)count);
        position += taken.Length;
        return taken;
    }
}
