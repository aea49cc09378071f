namespace Hasta.Datasets.Fetching;

/// <summary>The hashes that servers announce for their files.</summary>
internal enum FileHashKind
{
    /// <summary>Detects a damaged file, not a forged one.</summary>
    Md5,

    Sha256,

    /// <summary>SHA-1 of a git blob: detects a damaged file, not a forged one.</summary>
    GitSha1,
}
