using System.Text.Json;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Landmarks.Text;

namespace Hasta.Include;

/// <summary>The record's files as the server lists them today, compared with what was published.</summary>
/// <param name="Files">Every file of the catalogue that the server has.</param>
/// <param name="Differences">Differences from the catalogue, as sentences.</param>
internal sealed record IncludeRecord(IReadOnlyDictionary<string, RemoteFile> Files, IReadOnlyList<string> Differences)
{
    public const string Number = "4010759";
    private const int MaxBytes = 16 << 20;

    /// <summary>Far above the largest published zip, 2 GB.</summary>
    private const long MaxZipBytes = 64L << 30;

    private const int MaxNewNames = 5;

    public static Uri Zenodo { get; } = new("https://zenodo.org/");

    /// <summary>
    /// Queries a server with Zenodo's API; a server without it serves the zips directly below its address, and without checksums.
    /// </summary>
    /// <exception cref="DownloadException">No response, or an invalid one.</exception>
    public static async Task<IncludeRecord> ReadAsync(RangeReader reader, Uri server, CancellationToken cancellationToken)
    {
        var api = new Uri(server, $"api/records/{Number}");
        byte[]? json = await reader.ReadAllAsync(api, MaxBytes, cancellationToken);
        return json is null
            ? new IncludeRecord(
                IncludeZip.All.ToDictionary(zip => zip.Name, zip => zip.At(new Uri(server, zip.Name), null)),
                [$"{server} does not serve the record's checksums: lengths and each clip's own CRC are verified, not the zips' MD5."])
            : Compare(api, Parse(api, json));
    }

    /// <summary>As published in 2020, for use without a network.</summary>
    public static IncludeRecord FromCatalogue(Uri server) =>
        new(IncludeZip.All.ToDictionary(zip => zip.Name, zip => zip.At(Address(server, zip.Name), null)), []);

    private static Uri Address(Uri server, string name) => new(server, $"api/records/{Number}/files/{name}/content");

    /// <summary>Addresses are built from the server's own, never taken from its response.</summary>
    private static IncludeRecord Compare(Uri api, Dictionary<string, (long Bytes, FileHash? Md5)> served)
    {
        var server = new Uri(api, "../../");
        var files = new Dictionary<string, RemoteFile>();
        var differences = new List<string>();
        foreach (IncludeZip zip in IncludeZip.All)
        {
            if (!served.TryGetValue(zip.Name, out (long Bytes, FileHash? Md5) now))
            {
                differences.Add($"{zip.Name} is no longer in the record.");
                continue;
            }

            if (now.Bytes is <= 0 or > MaxZipBytes)
            {
                throw new DownloadException(
                    $"{api} lists {zip.Name} with {now.Bytes} bytes; it had {zip.Bytes} when it was published. Check --base-url.");
            }

            files.Add(zip.Name, new RemoteFile(zip.Name, Address(server, zip.Name), now.Bytes, now.Md5));
            if (now.Bytes != zip.Bytes)
            {
                differences.Add($"{zip.Name} has {now.Bytes} bytes in the record and had {zip.Bytes} when it was published.");
            }

            if (now.Md5 is null)
            {
                differences.Add($"{zip.Name} has no MD5 in the record: its length and each clip's own CRC are verified.");
            }
        }

        string[] unknown = [.. served.Keys.Where(name => !files.ContainsKey(name))];
        differences.AddRange(unknown.Take(MaxNewNames).Select(name => $"{name} is new in the record and is ignored."));
        if (unknown.Length > MaxNewNames)
        {
            string more = CountText.Of(unknown.Length - MaxNewNames, "more file is", "more files are");
            differences.Add($"{more} new in the record and ignored.");
        }

        return new IncludeRecord(files, differences);
    }

    private static Dictionary<string, (long Bytes, FileHash? Md5)> Parse(Uri api, byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("files").EnumerateArray().ToDictionary(
                file => file.GetProperty("key").GetString()!,
                file => (file.GetProperty("size").GetInt64(), Md5Of(file)));
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new DownloadException($"{api} returned no record ({error.Message}). Check --base-url.", error);
        }
    }

    private static FileHash? Md5Of(JsonElement file)
    {
        const string Prefix = "md5:";
        string? text = file.TryGetProperty("checksum", out JsonElement checksum) ? checksum.GetString() : null;
        return text?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true && text.Length == Prefix.Length + 32
            ? new FileHash(FileHashKind.Md5, text[Prefix.Length..].ToLowerInvariant())
            : null;
    }
}
