using System.Net;

namespace Hasta.Training.Hub;

/// <summary>What a hub says of a file before it is fetched.</summary>
internal sealed record HubFileInfo
{
    private const int Sha256Letters = 64;
    private const int GitLetters = 40;

    /// <summary>The commit that the revision stands for; the revision itself where the hub does not say.</summary>
    public required string Commit { get; init; }

    /// <summary>Null where the hub does not say.</summary>
    public required long? Bytes { get; init; }

    /// <summary>Of large files, lower-case hex; null where the hub does not say.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>git's SHA-1 of small files, lower-case hex; null where the hub does not say.</summary>
    public required string? GitSha1 { get; init; }

    public static HubFileInfo From(HttpResponseMessage response, HubModel model)
    {
        string? commit = Header(response, "X-Repo-Commit");
        string? linked = Header(response, "X-Linked-Size");
        string tag = (Header(response, "X-Linked-Etag") ?? Header(response, "ETag") ?? "").Replace("W/", "", StringComparison.Ordinal).Trim('"').ToLowerInvariant();
        bool isHex = tag.All(char.IsAsciiHexDigit);
        return new HubFileInfo
        {
            Commit = commit is not null && HubModel.IsCommit(commit) ? commit : model.Revision,
            Bytes = long.TryParse(linked, out long bytes) && bytes >= 0 ? bytes : response.StatusCode == HttpStatusCode.OK ? response.Content.Headers.ContentLength : null,
            Sha256 = isHex && tag.Length == Sha256Letters ? tag : null,
            GitSha1 = isHex && tag.Length == GitLetters ? tag : null,
        };
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;
}
