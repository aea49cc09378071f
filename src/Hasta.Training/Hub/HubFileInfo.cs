using System.Net;
using Hasta.Datasets.Fetching;

namespace Hasta.Training.Hub;

/// <summary>Information that a hub reports about a file before it is fetched.</summary>
internal sealed record HubFileInfo
{
    /// <summary>Only the description of a large file has this header.</summary>
    public const string LinkedTagHeader = "X-Linked-Etag";

    private const int Sha256Digits = 64;
    private const int GitSha1Digits = 40;

    /// <summary>The commit that the revision resolves to; the revision itself if the hub does not report it.</summary>
    public required string Commit { get; init; }

    /// <summary>Null if the hub does not report it.</summary>
    public required long? Bytes { get; init; }

    /// <summary>For large files, in lowercase hex; null if the hub does not report it.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>The git blob hash of small files, in lowercase hex; null if the hub does not report it.</summary>
    public required string? GitSha1 { get; init; }

    /// <summary>Null if the hub reports none.</summary>
    public FileHash? Hash => Sha256 is { } sha256 ? new FileHash(FileHashKind.Sha256, sha256)
        : GitSha1 is { } sha1 ? new FileHash(FileHashKind.GitSha1, sha1)
        : null;

    public static HubFileInfo From(HttpResponseMessage response, HubModel model)
    {
        string? commit = Header(response, "X-Repo-Commit");
        string? linked = Header(response, "X-Linked-Size");
        string? header = Header(response, LinkedTagHeader) ?? Header(response, "ETag");
        string tag = (header ?? "").Replace("W/", "", StringComparison.Ordinal).Trim('"').ToLowerInvariant();
        bool isHex = tag.All(char.IsAsciiHexDigit);
        return new HubFileInfo
        {
            Commit = commit is not null && HubModel.IsCommit(commit) ? commit : model.Revision,
            Bytes = long.TryParse(linked, out long bytes) && bytes >= 0
                ? bytes
                : response.StatusCode == HttpStatusCode.OK ? response.Content.Headers.ContentLength : null,
            Sha256 = isHex && tag.Length == Sha256Digits ? tag : null,
            GitSha1 = isHex && tag.Length == GitSha1Digits ? tag : null,
        };
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;
}
