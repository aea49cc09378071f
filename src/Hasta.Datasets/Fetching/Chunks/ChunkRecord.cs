namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>A line of a chunk journal: the first describes the file, others a complete chunk or the server's entity tag.</summary>
internal sealed record ChunkRecord
{
    public long? Bytes { get; init; }

    public int? PartBytes { get; init; }

    public string? Md5 { get; init; }

    /// <summary>The announced hash if it is not an MD5.</summary>
    public string? Hash { get; init; }

    public string? Tag { get; init; }

    public int? Part { get; init; }

    /// <summary>CRC-32 of the chunk's bytes.</summary>
    public uint? Crc32 { get; init; }

    /// <summary>The first line of a file's journal.</summary>
    public static ChunkRecord Describe(RemoteFile file, int chunkBytes) => new()
    {
        Bytes = file.Bytes,
        PartBytes = chunkBytes,
        Md5 = file.Hash is { Kind: FileHashKind.Md5 } md5 ? md5.Hex : null,
        Hash = file.Hash is { Kind: not FileHashKind.Md5 } other ? other.ToString() : null,
    };

    /// <summary>Whether two first lines describe the same file; an unknown hash may be any.</summary>
    public bool IsSameFile(ChunkRecord other) =>
        Part is null && Tag is null
        && Bytes == other.Bytes && PartBytes == other.PartBytes
        && (Md5 is null || other.Md5 is null || Md5 == other.Md5)
        && (Hash is null || other.Hash is null || Hash == other.Hash);
}
