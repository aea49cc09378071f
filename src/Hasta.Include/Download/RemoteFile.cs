namespace Hasta.Include.Download;

/// <summary>One file on a server.</summary>
/// <param name="Name">Without folders, safe as a file name.</param>
/// <param name="Address">Its URL.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Md5">Lower-case hex; null if the server does not provide it.</param>
internal sealed record RemoteFile(string Name, Uri Address, long Bytes, string? Md5 = null);
