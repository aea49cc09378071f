namespace Hasta.Include.Zip;

/// <summary>One record of a central directory, unchecked.</summary>
/// <param name="Member">The member that it describes.</param>
/// <param name="Method">Compression method: 0 stored, 8 deflated.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
/// <param name="UnixMode">Type and permissions if the zip was made on Unix, else 0.</param>
internal sealed record ZipEntry(ZipMember Member, int Method, bool IsEncrypted, int UnixMode);
