using System.Security.Cryptography;
using System.Text;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Inference;

/// <summary>MediaPipe's model files as installed by npm. Each is verified against its pinned SHA-256 before use.</summary>
public sealed class ModelFiles
{
    /// <summary>Name of the environment variable for the folder with the packages <c>holistic</c> and <c>hands</c>.</summary>
    public const string FolderVariable = "HASTA_MODELS";

    private const string Remedy =
        "Add the package Hasta.Landmarks.Models to your project, or run `npm ci` in the root of Hasta's checkout.";
    private const int MaxModelBytes = 64 << 20;

    /// <param name="folder">Contains the packages <c>holistic</c> and <c>hands</c>, as <c>node_modules/@mediapipe</c> does.</param>
    public ModelFiles(string folder)
    {
        Folder = Path.GetFullPath(folder);
    }

    public string Folder { get; }

    /// <summary>
    /// The folder named by <see cref="FolderVariable"/>, else <c>mediapipe</c> next to the program, where the package
    /// Hasta.Landmarks.Models installs them, else the nearest <c>node_modules/@mediapipe</c> at or above the program's own folder, then the
    /// current one.
    /// </summary>
    /// <exception cref="BadFileException">None exists.</exception>
    public static ModelFiles Find() => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
        ? new ModelFiles(folder)
        : new ModelFiles(FindNextToProgram() ?? FindAbove(AppContext.BaseDirectory) ?? FindAbove(Environment.CurrentDirectory)
            ?? throw new BadFileException("node_modules/@mediapipe", "MediaPipe's model files are missing.", Remedy));

    /// <summary>16 hexadecimal digits that change if and only if one of these models changes, regardless of their order.</summary>
    public static string Fingerprint(params IEnumerable<LandmarkModel> models)
    {
        var hashes = models.Distinct().Order().Select(model => PublishedModel.For(model).Sha256);
        return Hash(Encoding.ASCII.GetBytes(string.Join('\n', hashes)))[..16];
    }

    /// <summary>The whole .tflite file, as published.</summary>
    /// <exception cref="BadFileException">The file is missing, unreadable or not the pinned version.</exception>
    public byte[] Read(LandmarkModel model)
    {
        var published = PublishedModel.For(model);
        string path = PathOf(model);
        byte[] bytes = published.Packed ? PackedAssets.Read(path, published.FileName, Remedy) : ReadWhole(path);
        string hash = Hash(bytes);
        return hash == published.Sha256
            ? bytes
            : throw new BadFileException(
                path, $"{published.FileName} is not the expected version (SHA-256 {hash}, not {published.Sha256}).", Remedy);
    }

    /// <summary>The file on disk that contains the model: its own, or the assets it is packed in.</summary>
    public string PathOf(LandmarkModel model)
    {
        var published = PublishedModel.For(model);
        string file = published.Packed ? $"{published.Package}_solution_packed_assets.data" : published.FileName;
        return Path.Combine(Folder, published.Package, file);
    }

    private static byte[] ReadWhole(string path)
    {
        FileInfo file = InputFile.Find(path);
        return file.Exists && file.Length <= MaxModelBytes
            ? InputFile.ReadAllBytes(path, MaxModelBytes)
            : throw new BadFileException(path, file.Exists ? "this file is too large for a model." : "this model is missing.", Remedy);
    }

    private static string? FindNextToProgram() =>
        Path.Combine(AppContext.BaseDirectory, "mediapipe") is var folder && Directory.Exists(folder) ? folder : null;

    private static string? FindAbove(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "node_modules", "@mediapipe");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
