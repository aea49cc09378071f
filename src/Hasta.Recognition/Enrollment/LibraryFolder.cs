using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Recognition.Enrollment;

/// <summary>
/// A library on disk: <c>library.json</c> (its version), <c>manifest.jsonl</c>, <c>consent.jsonl</c>, <c>poses/</c>, and
/// <c>embeddings/</c>, a file per model. The manifest is replaced after the files that it names are complete: a killed process leaves at
/// most files that no line names.
/// </summary>
internal sealed partial class LibraryFolder(string root)
{
    private const int Version = 1;

    /// <summary>Longer than any other process holds the lock: landmarks are found before.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    public string Root => root;

    public string Embeddings => Path.Combine(root, "embeddings");

    private string Marker => Path.Combine(root, "library.json");

    private string ManifestFile => Path.Combine(root, "manifest.jsonl");

    private string ConsentFile => Path.Combine(root, "consent.jsonl");

    private string Poses => Path.Combine(root, "poses");

    /// <exception cref="BadFileException">A file is corrupt, or the folder contains anything but a library.</exception>
    public IReadOnlyList<LibraryClip> ReadClips()
    {
        RequireLibrary();
        LibraryClip[] clips = File.Exists(ManifestFile) ? [.. JsonLines.Read<LibraryClip>(ManifestFile)] : [];
        return clips.FirstOrDefault(clip => !ClipName().IsMatch(clip.Clip) || NameText.Clean(clip.Gloss).Length == 0) is { } wrong
            ? throw new BadFileException(
                ManifestFile, $"{NameText.Show(wrong.Clip)} is not a recording of this library.", "Remove that line.")
            : clips;
    }

    /// <summary>Replaces the manifest, then deletes recordings that it does not name.</summary>
    public void WriteClips(IReadOnlyList<LibraryClip> clips)
    {
        AtomicFile.WriteText(Marker, JsonSerializer.Serialize(new LibraryMarker(Version), StrictJson.Line));
        JsonLines.Write(ManifestFile, clips);
        HashSet<string> named = [.. clips.Select(clip => clip.Clip + PoseFile.Extension)];
        foreach (string file in Directory.Exists(Poses) ? Directory.EnumerateFiles(Poses, "*" + PoseFile.Extension) : [])
        {
            if (!named.Contains(Path.GetFileName(file)) && OwnFile().IsMatch(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    public IReadOnlyList<SignerConsent> ReadConsents() => File.Exists(ConsentFile) ? [.. JsonLines.Read<SignerConsent>(ConsentFile)] : [];

    public void WriteConsents(IEnumerable<SignerConsent> consents)
    {
        AtomicFile.WriteText(Marker, JsonSerializer.Serialize(new LibraryMarker(Version), StrictJson.Line));
        JsonLines.Write(ConsentFile, consents);
    }

    /// <returns>SHA-256 of the file that now has the landmarks, lower-case hex.</returns>
    public string WritePose(LandmarkSequence landmarks)
    {
        string pending = Path.Combine(Poses, $"new-{Guid.NewGuid():N}{PoseFile.Extension}");
        PoseFile.Write(pending, landmarks);
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(pending)));
        File.Move(pending, PosePath(ClipOf(hash)), overwrite: true);
        return hash;
    }

    /// <exception cref="BadFileException">The file is missing or corrupt.</exception>
    public LandmarkSequence ReadPose(LibraryClip clip)
    {
        string path = PosePath(clip.Clip);
        return File.Exists(path)
            ? PoseFile.Read(path)
            : throw new BadFileException(
                path,
                $"this recording of {NameText.Show(clip.Gloss)} is missing.",
                "Restore it, or remove the sign (hasta enroll remove) and enroll it again.");
    }

    public static string ClipOf(string poseSha256) => poseSha256[..16];

    /// <summary>Locks the library for one process, waits for another to finish, and removes leftovers of killed ones.</summary>
    /// <returns>The lock, which is held until it is disposed.</returns>
    /// <exception cref="SignLibraryException">Another process does not release it.</exception>
    /// <exception cref="BadFileException">The folder cannot be written, or contains anything but a library.</exception>
    public IDisposable Lock()
    {
        RequireLibrary();
        Directory.CreateDirectory(root);
        for (TimeSpan waited = TimeSpan.Zero; ; waited += LockRetry)
        {
            try
            {
                FileStream exclusive = FolderLock.Take(
                    Path.Combine(root, ".lock"),
                    error => new SignLibraryException($"{root}: another process is changing this library. Run the command again.", error));
                PendingFile.RemoveLeftoversBelow(root);
                return exclusive;
            }
            catch (SignLibraryException) when (waited < LockPatience)
            {
                Thread.Sleep(LockRetry);
            }
        }
    }

    /// <summary>Copies the data set; the manifest comes last, so that an interrupted copy is not one.</summary>
    /// <exception cref="BadFileException">The target exists.</exception>
    public void CopyTo(string target, IReadOnlyList<LibraryClip> clips)
    {
        if (Path.Exists(target) && (File.Exists(target) || Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new BadFileException(target, "it exists.", "Choose a new folder.");
        }

        var copy = new LibraryFolder(target);
        Directory.CreateDirectory(copy.Poses);
        foreach (LibraryClip clip in clips)
        {
            File.Copy(PosePath(clip.Clip), copy.PosePath(clip.Clip));
        }

        copy.WriteConsents(ReadConsents());
        copy.WriteClips(clips);
    }

    private string PosePath(string clip) => Path.Combine(Poses, clip + PoseFile.Extension);

    private void RequireLibrary()
    {
        if (File.Exists(Marker))
        {
            int version = StrictJson.Read<LibraryMarker>(Marker).Version;
            if (version != Version)
            {
                throw new BadFileException(
                    Marker, $"version {version} is of another version of Hasta.", "Use that one, or another folder.");
            }
        }
        else if (File.Exists(root) || (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any(IsForeign)))
        {
            throw new BadFileException(
                root, "this is not a sign library: it has no library.json.", "Choose another folder.");
        }
    }

    /// <summary>What a process leaves that is killed while it makes the library.</summary>
    private static bool IsForeign(string path) =>
        Path.GetFileName(path) is not (".lock" or "poses") && !path.EndsWith(AtomicFile.TemporaryExtension, StringComparison.Ordinal);

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex ClipName();

    [GeneratedRegex(@"^([0-9a-f]{16}|new-[0-9a-f]{32})\.pose$")]
    private static partial Regex OwnFile();

    private sealed record LibraryMarker(int Version);
}
