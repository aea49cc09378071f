namespace Hasta.Include.Fetching;

/// <summary>A zip whose clips all lie verified in the folder: a line of the download's journal.</summary>
/// <param name="Zip">Its name.</param>
/// <param name="Md5">Of the zip, where the record named it.</param>
/// <param name="Clips">Paths below the folder, with their lengths in bytes.</param>
internal sealed record UnpackedZip(string Zip, string? Md5, IReadOnlyDictionary<string, long> Clips)
{
    /// <summary>Whether the zip was to stay beside its clips (--keep-zips); null in journals of versions that did not say.</summary>
    public bool? IsKept { get; init; }
}
