using System.Security.Cryptography;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Training.Hub;

/// <summary>Models on disk: <c>models--OWNER--NAME/COMMIT/FILE</c>, each with a receipt of its hash, and <c>refs/</c> with what branches stood for.</summary>
internal sealed class HubCache(string root)
{
    private const string Receipt = ".receipt.json";

    public string FolderOf(HubModel model, string commit) => Path.Combine(PlaceOf(model), Safe(commit));

    /// <returns>The commit that the revision stood for when it was last asked for; null where it never was.</returns>
    public string? CommitOf(HubModel model)
    {
        string? commit = model.IsPinned ? model.Revision : File.Exists(RefOf(model)) ? StrictText.Read(RefOf(model)).Trim() : null;
        return commit is not null && (HubModel.IsCommit(commit) || commit == model.Revision) ? commit : null;
    }

    public void Remember(HubModel model, string commit) => AtomicFile.WriteText(RefOf(model), commit);

    /// <param name="folder">Of a commit.</param>
    /// <param name="name">The file's.</param>
    /// <param name="sha256">Null for a file that the model does not have.</param>
    public static void Write(string folder, string name, string? sha256) =>
        AtomicFile.WriteText(Path.Combine(folder, name + Receipt), JsonSerializer.Serialize(new FileReceipt { Sha256 = sha256 }, StrictJson.Indented));

    /// <returns>The hash of the file that was fetched; null where none was.</returns>
    public static string? Read(string folder, string name) =>
        File.Exists(Path.Combine(folder, name + Receipt)) ? StrictJson.Read<FileReceipt>(Path.Combine(folder, name + Receipt)).Sha256 : null;

    /// <returns>Whether it is there as it was fetched, hash and all, or is known not to exist.</returns>
    public static bool IsWhole(string folder, HubFile file)
    {
        string path = Path.Combine(folder, file.Name);
        if (!File.Exists(path + Receipt))
        {
            return false;
        }

        string? wanted = Read(folder, file.Name);
        return wanted is null ? file.Optional && !File.Exists(path) : File.Exists(path) && InputFile.Find(path).Length <= file.MaxBytes && HashOf(path) == wanted;
    }

    private static string HashOf(string path)
    {
        using FileStream stream = InputFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Safe(string name) => name.Replace("/", "--", StringComparison.Ordinal);

    private string PlaceOf(HubModel model) => Path.Combine(root, "models--" + Safe(model.Id));

    private string RefOf(HubModel model) => Path.Combine(PlaceOf(model), "refs", Safe(model.Revision));

    private sealed record FileReceipt
    {
        public string? Sha256 { get; init; }
    }
}
