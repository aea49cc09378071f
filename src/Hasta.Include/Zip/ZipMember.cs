namespace Hasta.Include.Zip;

/// <summary>One file of a zip, as its central directory tells.</summary>
/// <param name="Name"><c>/</c> between folders.</param>
/// <param name="Bytes">Unpacked.</param>
/// <param name="PackedBytes">In the zip.</param>
/// <param name="Crc32">Of the unpacked bytes.</param>
/// <param name="IsStored">Not compressed; else deflated.</param>
internal sealed record ZipMember(string Name, long Bytes, long PackedBytes, uint Crc32, bool IsStored)
{
    /// <summary>Where its own header begins.</summary>
    internal long HeaderAt { get; init; }

    /// <summary>Where the next member's header, or the directory, begins.</summary>
    internal long EndsBefore { get; init; }
}
