using System.Globalization;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Recognition.Enrollment;

/// <summary>
/// A folder of signs that users taught with a few recordings. It keeps their landmarks as a data folder, for a later training. A recognizer
/// with this library (<see cref="SignRecognizerOptions.Library"/>) answers with its signs, also with those that are added later.
/// </summary>
/// <remarks>Several threads and processes may use a library at once.</remarks>
public sealed class SignLibrary
{
    private const int MaxNameLength = 100;

    private readonly LibraryFolder folder;
    private readonly TimeProvider clock;
    private volatile IReadOnlyList<LibraryClip> clips;

    private SignLibrary(LibraryFolder folder, TimeProvider clock)
    {
        (this.folder, this.clock) = (folder, clock);
        clips = folder.ReadClips();
    }

    /// <summary>The library's folder.</summary>
    public string Path => folder.Root;

    /// <summary>The signs, ordered by name.</summary>
    public IReadOnlyList<EnrolledSign> Signs =>
    [
        .. clips.GroupBy(clip => clip.Gloss, StringComparer.Ordinal)
            .OrderBy(sign => sign.Key, StringComparer.Ordinal)
            .Select(sign => new EnrolledSign(sign.Key, sign.Count(), [.. sign.Select(clip => clip.Signer).Distinct()])),
    ];

    internal IReadOnlyList<LibraryClip> Clips => clips;

    /// <param name="path">The folder; created by the first change if it does not exist.</param>
    /// <param name="clock">Dates consents and sessions; null for the system's.</param>
    /// <exception cref="BadFileException">A file is corrupt, or the folder contains anything but a library.</exception>
    public static SignLibrary Open(string path, TimeProvider? clock = null) => new(new LibraryFolder(path), clock ?? TimeProvider.System);

    /// <returns>Null if nothing was written down for this person.</returns>
    public SignerConsent? ConsentOf(string signer) =>
        folder.ReadConsents().LastOrDefault(consent => consent.Signer == NameText.Clean(signer));

    /// <summary>Writes down that a person agrees to be recorded.</summary>
    /// <param name="signer">1 to 100 characters without control characters.</param>
    /// <param name="note">What the person agrees to.</param>
    /// <exception cref="HastaException">The library cannot be written, or the name cannot be used.</exception>
    public void AddConsent(string signer, string note)
    {
        string name = CheckName(signer, "signer");
        using IDisposable exclusive = folder.Lock();
        folder.WriteConsents([.. folder.ReadConsents(), new SignerConsent(name, note, clock.GetUtcNow())]);
    }

    /// <summary>Adds recordings of a sign, new or not. A recording that the sign already has is not added again.</summary>
    /// <returns>Number of added recordings.</returns>
    /// <exception cref="HastaException">
    /// The library cannot be written, a name cannot be used, the signer's consent is missing, or a recording belongs to another sign.
    /// </exception>
    public int Add(NewSign sign) => Add([sign]);

    /// <summary>Adds several signs at once: after a kill, the library has all of them or none.</summary>
    /// <inheritdoc cref="Add(NewSign)"/>
    public int Add(IReadOnlyList<NewSign> signs)
    {
        NewSign[] named = [.. signs.Select(sign => sign with
        {
            Gloss = CheckName(sign.Gloss, "sign"),
            Signer = CheckName(sign.Signer, "signer"),
        })];
        using IDisposable exclusive = folder.Lock();
        RequireConsents(named);
        var all = folder.ReadClips().ToDictionary(clip => clip.PoseSha256, StringComparer.Ordinal);
        int before = all.Count;
        string session = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (NewSign sign in named)
        {
            foreach (EnrollmentClip recording in sign.Clips)
            {
                LibraryClip clip = Write(sign, recording, session);
                RequireSameSign(all.GetValueOrDefault(clip.PoseSha256), clip);
                all.TryAdd(clip.PoseSha256, clip);
            }
        }

        Replace([.. all.Values]);
        return all.Count - before;
    }

    /// <summary>Removes a sign with all its recordings and embeddings.</summary>
    /// <returns>Number of removed recordings.</returns>
    /// <exception cref="HastaException">There is no such sign, or the library cannot be written.</exception>
    public int Remove(string gloss)
    {
        string name = NameText.Clean(gloss);
        using IDisposable exclusive = folder.Lock();
        IReadOnlyList<LibraryClip> all = folder.ReadClips();
        LibraryClip[] kept = [.. all.Where(clip => clip.Gloss != name)];
        if (kept.Length == all.Count)
        {
            throw new SignLibraryException($"{folder.Root}: there is no sign {NameText.Show(name)}. hasta enroll list shows all.");
        }

        Replace(kept);
        LibraryEmbeddings.Forget(folder, kept);
        return all.Count - kept.Length;
    }

    /// <summary>Copies the signs to a new data folder, for training.</summary>
    /// <param name="target">A folder that does not exist, or is empty.</param>
    /// <exception cref="BadFileException">The target exists, or a recording is missing.</exception>
    public void Export(string target)
    {
        using IDisposable exclusive = folder.Lock();
        folder.CopyTo(target, folder.ReadClips());
    }

    /// <summary>Reads what other processes changed.</summary>
    /// <exception cref="BadFileException">A file is corrupt.</exception>
    public void Refresh() => clips = folder.ReadClips();

    internal IReadOnlyList<SignPrototype> Embed(
        IReadOnlyList<LibraryClip> recordings, string model, Func<LandmarkSequence, SignEmbedding> embed) =>
        LibraryEmbeddings.Load(folder, recordings, model, embed);

    private void Replace(IReadOnlyList<LibraryClip> changed)
    {
        folder.WriteClips(changed);
        clips = changed;
    }

    private LibraryClip Write(NewSign sign, EnrollmentClip recording, string session)
    {
        var tally = new LandmarkStatistics(recording.Landmarks.Fps);
        foreach (LandmarkFrame frame in recording.Landmarks.Frames)
        {
            tally.Add(frame);
        }

        string hash = folder.WritePose(recording.Landmarks);
        return new LibraryClip
        {
            Clip = LibraryFolder.ClipOf(hash),
            Gloss = sign.Gloss,
            Signer = sign.Signer,
            Session = session,
            Source = recording.Source,
            SourceFingerprint = hash,
            Frames = tally.Frames,
            Fps = Math.Round(tally.Fps, 4),
            DetectionRate = Math.Round(tally.DetectionRate, 4),
            Engine = recording.Engine ?? new LandmarkEngineId { Name = "unknown" },
            PoseSha256 = hash,
        };
    }

    private void RequireConsents(IEnumerable<NewSign> signs)
    {
        HashSet<string> agreed = [.. folder.ReadConsents().Select(consent => consent.Signer)];
        if (signs.FirstOrDefault(sign => !agreed.Contains(sign.Signer)) is { Signer: var signer })
        {
            throw new SignLibraryException(
                $"{folder.Root}: nobody wrote down that {NameText.Show(signer)} agrees to be recorded. Ask, and call AddConsent first.");
        }
    }

    private static void RequireSameSign(LibraryClip? old, LibraryClip clip)
    {
        if (old is not null && old.Gloss != clip.Gloss)
        {
            throw new SignLibraryException(
                $"{clip.Source}: this recording is enrolled as {NameText.Show(old.Gloss)} already. "
                + "Remove that sign, or leave this file out.");
        }
    }

    /// <returns>The name as the library keeps it.</returns>
    /// <exception cref="SignLibraryException">The name cannot be used.</exception>
    internal static string CheckName(string name, string kind)
    {
        string clean = NameText.Clean(name);
        return clean.Length is > 0 and <= MaxNameLength && !clean.Any(UnsafeCharacters.Contains)
            ? clean
            : throw new SignLibraryException(
                $"{NameText.Show(clean.Length > MaxNameLength ? clean[..MaxNameLength] + "..." : clean)} cannot be the name of a {kind}: "
                + $"use 1 to {MaxNameLength} characters without line breaks and control characters.");
    }
}
