namespace Hasta.Include.Zip;

/// <summary>One file in a zip, as described by the central directory.</summary>
/// <param name="Name"><c>/</c> between folders.</param>
/// <param name="Bytes">Unpacked length.</param>
/// <param name="PackedBytes">Length in the zip.</param>
/// <param name="Crc32">CRC-32 of the unpacked bytes.</param>
/// <param name="IsStored">Whether it is not compressed; otherwise it is deflated.</param>
internal sealed record ZipMember(string Name, long Bytes, long PackedBytes, uint Crc32, bool IsStored)
{
    /// <summary>Offset of its own header.</summary>
    internal long HeaderAt { get; init; }

    /// <summary>Offset of the next member's header, or of the directory.</summary>
    internal long EndsBefore { get; init; }
}
