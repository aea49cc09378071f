namespace Hasta.Include.Download;

/// <summary>A line of a chunk journal: the first describes the file, others a complete chunk or the server's entity tag.</summary>
internal sealed record ChunkRecord
{
    public long? Bytes { get; init; }

    public int? PartBytes { get; init; }

    public string? Md5 { get; init; }

    public string? Tag { get; init; }

    public int? Part { get; init; }

    /// <summary>CRC-32 of the chunk's bytes.</summary>
    public uint? Crc32 { get; init; }
}
