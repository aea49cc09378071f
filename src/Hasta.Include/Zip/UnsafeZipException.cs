using Hasta.Landmarks;

namespace Hasta.Include.Zip;

/// <summary>
/// A zip that is damaged, or that would write outside its folder or more bytes than it declares. Nothing of the bad member is kept.
/// </summary>
internal sealed class UnsafeZipException : HastaException
{
    public UnsafeZipException(string zip, string problem)
        : base($"{zip}: {problem} The rest of it is not unpacked. If it is on disk, delete it, and download it from the published record.")
    {
    }
}
