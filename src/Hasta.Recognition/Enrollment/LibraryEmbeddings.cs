using Hasta.Landmarks;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Enrollment;

/// <summary>
/// The embeddings of a library's recordings by one model, by the SHA-256 of their landmarks: what changes is computed again.
/// </summary>
internal static class LibraryEmbeddings
{
    private const string Extension = ".safetensors";

    /// <summary>Reads the embeddings, and computes and keeps those that are missing.</summary>
    /// <param name="folder">The library.</param>
    /// <param name="clips">Its recordings.</param>
    /// <param name="model">The <see cref="RecognitionModel.Fingerprint"/>.</param>
    /// <param name="embed">Computes an embedding.</param>
    /// <exception cref="BadFileException">A recording is missing or corrupt.</exception>
    public static IReadOnlyList<SignPrototype> Load(
        LibraryFolder folder, IReadOnlyList<LibraryClip> clips, string model, Func<LandmarkSequence, SignEmbedding> embed)
    {
        string path = Path.Combine(folder.Embeddings, model + Extension);
        Dictionary<string, SignEmbedding> known = Read(path);
        LibraryClip[] missing = [.. clips.Where(clip => !known.ContainsKey(clip.PoseSha256))];
        foreach (LibraryClip clip in missing)
        {
            known[clip.PoseSha256] = embed(folder.ReadPose(clip));
        }

        if (missing.Length > 0)
        {
            Write(path, known);
        }

        return [.. clips.Select(clip => new SignPrototype(clip.Gloss, known[clip.PoseSha256]))];
    }

    /// <summary>Removes the embeddings of recordings that the library no longer has, of all models.</summary>
    public static void Forget(LibraryFolder folder, IReadOnlyList<LibraryClip> clips)
    {
        HashSet<string> kept = [.. clips.Select(clip => clip.PoseSha256)];
        foreach (string path in Directory.Exists(folder.Embeddings) ? Directory.GetFiles(folder.Embeddings, "*" + Extension) : [])
        {
            Write(path, Read(path).Where(clip => kept.Contains(clip.Key)).ToDictionary());
        }
    }

    private static void Write(string path, Dictionary<string, SignEmbedding> embeddings)
    {
        try
        {
            SafetensorsFile.Write(path, embeddings.ToDictionary(
                clip => clip.Key, clip => (new long[] { clip.Value.Values.Length }, clip.Value.Values.ToArray())));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A library that cannot be written is read all the same; the embeddings are computed again next time.
        }
    }

    /// <returns>Empty if there is no such file, or if it is corrupt: it can be computed again.</returns>
    private static Dictionary<string, SignEmbedding> Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? SafetensorsFile.Read(path).ToDictionary(clip => clip.Key, clip => new SignEmbedding(clip.Value.Values))
                : [];
        }
        catch (Exception error) when (error is BadFileException or ArgumentException or IOException)
        {
            return [];
        }
    }
}
