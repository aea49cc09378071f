namespace Hasta.Include.Download;

/// <summary>A line of a part journal: the first names the file, others a part that is whole or the server's tag.</summary>
internal sealed record ChunkRecord
{
    public long? Bytes { get; init; }

    public int? PartBytes { get; init; }

    public string? Md5 { get; init; }

    public string? Tag { get; init; }

    public int? Part { get; init; }

    /// <summary>Of the part's bytes.</summary>
    public uint? Crc32 { get; init; }
}
