using Hasta.Landmarks;

namespace Hasta.Include.Zip;

/// <summary>A zip that is damaged, or that would write where it must not or more than it says. Nothing of it is kept.</summary>
internal sealed class UnsafeZipException : HastaException
{
    public UnsafeZipException(string zip, string problem)
        : base($"{zip}: {problem} Nothing more of it is unpacked. Delete it where it lies on disk, and download it from the published record.")
    {
    }
}
