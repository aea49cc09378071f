using System.Buffers.Binary;
using System.Text;

namespace Hasta.Include.Zip;

/// <summary>The records of a central directory (APPNOTE 4.3.12), every length checked before it is believed.</summary>
internal sealed class ZipEntries(string zip, byte[] directory)
{
    private const int FixedBytes = 46;
    private const uint Signature = 0x02014b50;
    private const int Zip64Extra = 1;

    public IEnumerable<ZipEntry> Read()
    {
        for (int at = 0; at < directory.Length;)
        {
            if (directory.Length - at < FixedBytes || BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at)) != Signature)
            {
                throw Damaged();
            }

            int length = FixedBytes + Short(at + 28) + Short(at + 30) + Short(at + 32);
            if (directory.Length - at < length)
            {
                throw Damaged();
            }

            yield return Entry(at);
            at += length;
        }
    }

    private ZipEntry Entry(int at)
    {
        int flags = Short(at + 8);
        int name = Short(at + 28);
        ReadOnlySpan<byte> extra = directory.AsSpan(at + FixedBytes + name, Short(at + 30));
        var wide = new WideNumbers(extra, zip);
        long bytes = wide.Next(Int(at + 24));
        long packed = wide.Next(Int(at + 20));
        long header = wide.Next(Int(at + 42));
        if (bytes < 0 || packed < 0 || header < 0)
        {
            throw Damaged();
        }

        // Bit 11 promises UTF-8; what older tools wrote is ASCII as far as INCLUDE goes.
        string text = Encoding.UTF8.GetString(directory, at + FixedBytes, name);
        var member = new ZipMember(text, bytes, packed, Int(at + 16), Short(at + 10) == 0) { HeaderAt = header };
        return new ZipEntry(member, Short(at + 10), (flags & 1) != 0, (int)(Int(at + 38) >> 16));
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at));

    private uint Int(int at) => BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at));

    private UnsafeZipException Damaged() => new(zip, "its directory is damaged.");

    /// <summary>The zip64 extra field: a 64-bit number for each of those that are all ones in the record, in order.</summary>
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
