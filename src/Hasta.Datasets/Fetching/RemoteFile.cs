namespace Hasta.Datasets.Fetching;

/// <summary>One file on a server.</summary>
/// <param name="Name">Without folders, safe as a file name.</param>
/// <param name="Address">Its URL.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Hash">Null if the server does not announce one.</param>
internal sealed record RemoteFile(string Name, Uri Address, long Bytes, FileHash? Hash = null);
