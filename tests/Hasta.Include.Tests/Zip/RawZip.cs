using System.IO.Hashing;
using System.Text;

namespace Hasta.Include.Tests.Zip;

/// <summary>Writes zips byte by byte, including ones that no legitimate program would write.</summary>
internal sealed class RawZip
{
    private readonly List<byte> bytes = [];
    private readonly List<byte> directory = [];
    private int members;

    /// <summary>Whether all numbers that can be are written as 64 bits.</summary>
    public bool IsZip64 { get; init; }

    /// <summary>Offset of the directory in the zip64 record; null for the actual offset.</summary>
    public ulong? WideDirectoryAt { get; init; }

    public RawZip Add(RawZipMember member)
    {
        uint header = member.HeaderAt ?? (uint)bytes.Count;
        byte[] name = Encoding.UTF8.GetBytes(member.Name);
        byte[] packed = member.Packed ?? member.Content;
        uint crc32 = member.Crc32 ?? Crc32.HashToUInt32(member.Content);
        ulong size = member.Bytes ?? (ulong)member.Content.Length;
        Write(
            bytes, 0x04034b50u, (ushort)20, member.Flags, member.Method, 0u, crc32, (uint)packed.Length, (uint)size, (ushort)name.Length,
            (ushort)4);
        bytes.AddRange([.. name, 0x99, 0x99, 0, 0, .. packed]);

        ushort extra = (ushort)(IsZip64 ? 28 : 0);
        Write(directory, 0x02014b50u, (ushort)0x0314, (ushort)45, member.Flags, member.Method, 0u, crc32);
        Write(
            directory, IsZip64 ? uint.MaxValue : (uint)packed.Length, IsZip64 ? uint.MaxValue : (uint)size, (ushort)name.Length, extra,
            (ushort)0, (ushort)0, (ushort)0);
        Write(directory, (uint)member.UnixMode << 16, IsZip64 ? uint.MaxValue : header);
        directory.AddRange(name);
        if (IsZip64)
        {
            Write(directory, (ushort)1, (ushort)24, size, member.WidePackedBytes ?? (ulong)packed.Length, member.WideHeaderAt ?? header);
        }

        members++;
        return this;
    }

    public byte[] ToBytes()
    {
        List<byte> all = [.. bytes, .. directory];
        if (IsZip64)
        {
            ulong end = (ulong)all.Count;
            Write(
                all, 0x06064b50u, 44ul, (ushort)45, (ushort)45, 0u, 0u, (ulong)members, (ulong)members, (ulong)directory.Count,
                WideDirectoryAt ?? (ulong)bytes.Count);
            Write(all, 0x07064b50u, 0u, end, 1u);
        }

        uint at = IsZip64 ? uint.MaxValue : (uint)bytes.Count;
        Write(all, 0x06054b50u, (ushort)0, (ushort)0, (ushort)members, (ushort)members, (uint)directory.Count, at, (ushort)2);
        return [.. all, .. "hi"u8];
    }

    private static void Write(List<byte> stream, params object[] values)
    {
        foreach (object value in values)
        {
            stream.AddRange(value switch
            {
                ushort number => BitConverter.GetBytes(number),
                uint number => BitConverter.GetBytes(number),
                ulong number => BitConverter.GetBytes(number),
                _ => throw new ArgumentException($"{value.GetType()}"),
            });
        }
    }
}
