namespace Hasta.Include.Zip;

/// <summary>One record of a central directory, as it stands there.</summary>
/// <param name="Member">What it describes.</param>
/// <param name="Method">Of compression: 0 stored, 8 deflated.</param>
/// <param name="IsEncrypted">A password would be needed.</param>
/// <param name="UnixMode">Type and rights where the zip was made on Unix, else 0.</param>
internal sealed record ZipEntry(ZipMember Member, int Method, bool IsEncrypted, int UnixMode);
