using System.Buffers.Binary;
using System.Text;

namespace Hasta.Landmarks.Formats.Pose.Binary;

/// <summary>Reads consecutive little-endian values, never past the end.</summary>
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

    /// <exception cref="InvalidDataException">Too long for a name, or not UTF-8, which would not round-trip.</exception>
    public string Text()
    {
        int length = U16();
        if (length > MaxNameBytes)
        {
            throw new InvalidDataException($"the name at byte {position} has {length} bytes, over the limit of {MaxNameBytes}");
        }

        try
        {
            return StrictUtf8.GetString(Take(length).Span);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"the name before byte {position} is not UTF-8", error);
        }
    }

    /// <returns><paramref name="count"/>, which is then safe to allocate.</returns>
    /// <exception cref="EndOfStreamException">Fewer bytes are left than that number of items requires.</exception>
    public readonly int Count(int count, int bytesEach) => count * (long)bytesEach <= Left
        ? count
        : throw new EndOfStreamException($"{count} items of {bytesEach} bytes are declared, but {Left} bytes are left");

    /// <exception cref="EndOfStreamException">Fewer bytes are left.</exception>
    public ReadOnlyMemory<byte> Take(long count)
    {
        if (count > Left)
        {
            throw new EndOfStreamException($"{count} bytes are declared at byte {position}, but {Left} are left");
        }

        ReadOnlyMemory<byte> taken = bytes.Slice(position, (int)count);
        position += taken.Length;
        return taken;
    }
}
