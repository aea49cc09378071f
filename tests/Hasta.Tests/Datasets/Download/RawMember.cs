namespace Hasta.Tests.Datasets.Download;

/// <summary>One member; what is left out is as it should be.</summary>
internal sealed record RawMember(string Name, byte[] Content)
{
    /// <summary>Null where the content is stored as it is.</summary>
    public byte[]? Packed { get; init; }

    public ushort Method { get; init; }

    public ushort Flags { get; init; }

    public int UnixMode { get; init; }

    public uint? Crc32 { get; init; }

    public ulong? Bytes { get; init; }

    public uint? HeaderAt { get; init; }

    /// <summary>In a zip64 directory.</summary>
    public ulong? WideHeaderAt { get; init; }

    public ulong? WidePackedBytes { get; init; }
}
