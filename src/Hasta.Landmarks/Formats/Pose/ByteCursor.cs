using System.Buffers.Binary;
using System.Text;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Reads little-endian values one after the other and never past the end.</summary>
internal struct ByteCursor(ReadOnlyMemory<byte> bytes)
{
    private const int MaxNameBytes = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> bytes = bytes;
    private int position;

    public readonly int Left => bytes.Length - position;

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span);

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    public float F32() => BinaryPrimitives.ReadSingleLittleEndian(Take(4).Span);

    /// <exception cref="InvalidDataException">Too long for a name, or bytes that are no UTF-8: another text would be written back.</exception>
    public string Text()
    {
        int length = U16();
        if (length > MaxNameBytes)
        {
            throw new InvalidDataException($"a name of {length} bytes stands before byte {position}");
        }

        try
        {
            return StrictUtf8.GetString(Take(length).Span);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"a name before byte {position} is no UTF-8", error);
        }
    }

    /// <returns><paramref name="count"/>, which is safe to allocate then.</returns>
    /// <exception cref="EndOfStreamException">Fewer bytes are left than so many things take at least.</exception>
    public readonly int Count(int count, int bytesEach) => count * (long)bytesEach <= Left
        ? count
        : throw new EndOfStreamException($"{count} things of {bytesEach} bytes are announced and {Left} bytes are left");

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
