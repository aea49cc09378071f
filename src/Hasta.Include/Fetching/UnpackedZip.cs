namespace Hasta.Include.Fetching;

/// <summary>A zip whose clips are all in the folder, verified: a line of the download's journal.</summary>
/// <param name="Zip">Its name.</param>
/// <param name="Md5">MD5 of the zip, if the record contains it.</param>
/// <param name="Clips">Paths relative to the folder, with their lengths in bytes.</param>
internal sealed record UnpackedZip(string Zip, string? Md5, IReadOnlyDictionary<string, long> Clips)
{
    /// <summary>Whether the zip was to be kept with its clips (--keep-zips); null in journals of versions that did not record it.</summary>
    public bool? IsKept { get; init; }
}
