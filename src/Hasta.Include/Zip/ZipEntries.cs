using System.Buffers.Binary;
using System.Text;

namespace Hasta.Include.Zip;

/// <summary>The records of a central directory (APPNOTE 4.3.12); every length is checked before it is used.</summary>
internal sealed class ZipEntries(string zip, byte[] directory)
{
    private const int FixedBytes = 46;
    private const uint Signature = 0x02014b50;
    private const int Zip64Extra = 1;

    public IEnumerable<ZipEntry> Read()
    {
        for (int offset = 0; offset < directory.Length;)
        {
            if (directory.Length - offset < FixedBytes
                || BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(offset)) != Signature)
            {
                throw Damaged();
            }

            int length = FixedBytes + Short(offset + 28) + Short(offset + 30) + Short(offset + 32);
            if (directory.Length - offset < length)
            {
                throw Damaged();
            }

            yield return Entry(offset);
            offset += length;
        }
    }

    private ZipEntry Entry(int offset)
    {
        int flags = Short(offset + 8);
        int name = Short(offset + 28);
        ReadOnlySpan<byte> extra = directory.AsSpan(offset + FixedBytes + name, Short(offset + 30));
        var wide = new WideNumbers(extra, zip);
        long bytes = wide.Next(Int(offset + 24));
        long packed = wide.Next(Int(offset + 20));
        long header = wide.Next(Int(offset + 42));
        if (bytes < 0 || packed < 0 || header < 0)
        {
            throw Damaged();
        }

        // Bit 11 means UTF-8; names written by older tools are ASCII in INCLUDE.
        string text = Encoding.UTF8.GetString(directory, offset + FixedBytes, name);
        var member = new ZipMember(text, bytes, packed, Int(offset + 16), Short(offset + 10) == 0) { HeaderAt = header };
        return new ZipEntry(member, Short(offset + 10), (flags & 1) != 0, (int)(Int(offset + 38) >> 16));
    }

    private int Short(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(offset));

    private uint Int(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(offset));

    private UnsafeZipException Damaged() => new(zip, "its directory is damaged.");

    /// <summary>The zip64 extra field: a 64-bit number for each field that is all ones in the record, in order.</summary>
    private ref struct WideNumbers
    {
        private readonly string zip;
        private ReadOnlySpan<byte> left;

        public WideNumbers(ReadOnlySpan<byte> extra, string zip)
        {
            this.zip = zip;
            while (extra.Length >= 4)
            {
                int length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
                if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == Zip64Extra)
                {
                    left = extra.Slice(4, length);
                    return;
                }

                extra = extra[(4 + length)..];
            }
        }

        public long Next(uint narrow)
        {
            if (narrow != uint.MaxValue)
            {
                return narrow;
            }

            if (left.Length < sizeof(long))
            {
                throw new UnsafeZipException(zip, "a member's zip64 numbers are missing.");
            }

            long number = BinaryPrimitives.ReadInt64LittleEndian(left);
            left = left[sizeof(long)..];
            return number;
        }
    }
}
