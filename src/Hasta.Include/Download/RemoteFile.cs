namespace Hasta.Include.Download;

/// <summary>One file on a server.</summary>
/// <param name="Name">Without folders, safe as a file's name.</param>
/// <param name="Address">Where it is served.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Md5">Lower-case hex; null where the server names none.</param>
internal sealed record RemoteFile(string Name, Uri Address, long Bytes, string? Md5 = null);
