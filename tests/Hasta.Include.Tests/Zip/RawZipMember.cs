namespace Hasta.Include.Tests.Zip;

/// <summary>One member of a zip; properties that are not set get the correct value.</summary>
internal sealed record RawZipMember(string Name, byte[] Content)
{
    /// <summary>Null if the content is stored uncompressed.</summary>
    public byte[]? Packed { get; init; }

    public ushort Method { get; init; }

    public ushort Flags { get; init; }

    public int UnixMode { get; init; }

    public uint? Crc32 { get; init; }

    public ulong? Bytes { get; init; }

    public uint? HeaderAt { get; init; }

    /// <summary>Only for a zip64 directory.</summary>
    public ulong? WideHeaderAt { get; init; }

    public ulong? WidePackedBytes { get; init; }
}
