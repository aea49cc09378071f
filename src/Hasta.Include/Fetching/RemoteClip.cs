using Hasta.Datasets.Clips;
using Hasta.Include.Download;
using Hasta.Include.Zip;
using Hasta.Landmarks;

namespace Hasta.Include.Fetching;

/// <summary>A clip that lies in a zip on a server.</summary>
/// <param name="Clip">As <c>hasta prepare</c> would know it, were it unpacked; its path names zip and member.</param>
/// <param name="Zip">Where it is.</param>
/// <param name="Member">Its place there.</param>
internal sealed record RemoteClip(Clip Clip, RemoteZip Zip, ZipMember Member)
{
    /// <summary>Changes when the clip's bytes do.</summary>
    public string Fingerprint => FormattableString.Invariant($"crc32:{Member.Crc32:x8} bytes:{Member.Bytes}");

    /// <exception cref="HastaException">The server does not give it, or its checksum is wrong.</exception>
    public Task FetchAsync(string path, CancellationToken cancellationToken) => ZipExtraction.ExtractAsync(Zip, Member, path, NoProgress.Instance, cancellationToken);
}
