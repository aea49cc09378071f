using Hasta.Datasets.Clips;
using Hasta.Datasets.Fetching;
using Hasta.Include.Zip;
using Hasta.Landmarks;

namespace Hasta.Include.Fetching;

/// <summary>A clip in a zip on a server.</summary>
/// <param name="Clip">As <c>hasta prepare</c> would list it after unpacking; its path contains zip and member.</param>
/// <param name="Zip">The zip.</param>
/// <param name="Member">The clip's entry in the zip.</param>
internal sealed record RemoteClip(Clip Clip, RemoteZip Zip, ZipMember Member)
{
    /// <summary>Changes when the clip's bytes change.</summary>
    public string Fingerprint => FormattableString.Invariant($"crc32:{Member.Crc32:x8} bytes:{Member.Bytes}");

    /// <exception cref="HastaException">The server does not return it, or its checksum is wrong.</exception>
    public Task FetchAsync(string path, CancellationToken cancellationToken) =>
        ZipExtraction.ExtractAsync(Zip, Member, path, NoProgress.Instance, cancellationToken);
}
