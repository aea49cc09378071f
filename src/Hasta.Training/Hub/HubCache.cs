using System.Security.Cryptography;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Training.Hub;

/// <summary>
/// Models on disk: <c>models--OWNER--NAME/COMMIT/FILE</c>, each file with a receipt of its hash, and <c>refs/</c> with the commits of
/// branches.
/// </summary>
internal sealed class HubCache(string root)
{
    private const string Receipt = ".receipt.json";

    public string FolderOf(HubModel model, string commit) => Path.Combine(RootOf(model), Escape(commit));

    /// <returns>The commit that the revision resolved to at the last request; null if it was never requested.</returns>
    public string? CommitOf(HubModel model)
    {
        string? commit = model.IsPinned ? model.Revision : File.Exists(RefOf(model)) ? StrictText.Read(RefOf(model)).Trim() : null;
        return commit is not null && (HubModel.IsCommit(commit) || commit == model.Revision) ? commit : null;
    }

    public void Remember(HubModel model, string commit) => AtomicFile.WriteText(RefOf(model), commit);

    /// <param name="folder">Folder of a commit.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="sha256">Null for a file that does not exist in the model.</param>
    public static void Write(string folder, string name, string? sha256)
    {
        string json = JsonSerializer.Serialize(new FileReceipt { Sha256 = sha256 }, StrictJson.Indented);
        AtomicFile.WriteText(Path.Combine(folder, name + Receipt), json);
    }

    /// <returns>The hash of the fetched file; null if it has not been fetched.</returns>
    public static string? Read(string folder, string name)
    {
        string path = Path.Combine(folder, name + Receipt);
        return File.Exists(path) ? StrictJson.Read<FileReceipt>(path).Sha256 : null;
    }

    /// <returns>Whether the file exists with the hash it was fetched with, or is known not to exist in the model.</returns>
    public static bool IsValid(string folder, HubFile file)
    {
        string path = Path.Combine(folder, file.Name);
        if (!File.Exists(path + Receipt))
        {
            return false;
        }

        string? expected = Read(folder, file.Name);
        return expected is null
            ? file.Optional && !File.Exists(path)
            : File.Exists(path) && InputFile.Find(path).Length <= file.MaxBytes && HashOf(path) == expected;
    }

    /// <returns>SHA-256, in lowercase hex.</returns>
    public static string HashOf(string path)
    {
        using FileStream stream = InputFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Escape(string name) => name.Replace("/", "--", StringComparison.Ordinal);

    private string RootOf(HubModel model) => Path.Combine(root, "models--" + Escape(model.Id));

    private string RefOf(HubModel model) => Path.Combine(RootOf(model), "refs", Escape(model.Revision));

    private sealed record FileReceipt
    {
        public string? Sha256 { get; init; }
    }
}
