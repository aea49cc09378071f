using Hasta.Landmarks;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Enrollment;

/// <summary>The signs of a recognizer beyond its vocabulary: those of a library, and those of one signer.</summary>
/// <param name="model">The model.</param>
/// <param name="library">Null for none.</param>
/// <param name="allWords">Whether signs of one signer are answered.</param>
/// <param name="embed">Computes the embedding of landmarks.</param>
internal sealed class SignTeacher(
    RecognitionModel model, SignLibrary? library, bool allWords, Func<LandmarkSequence, SignEmbedding> embed)
{
    /// <summary>A recording that is enrolled again has the same embedding, up to rounding.</summary>
    private const double SameRecording = 0.99999;

    private readonly Lock gate = new();
    private IReadOnlyList<LibraryClip>? clips;
    private SignMatcher? matcher;

    /// <summary>Why enrolled signs and signs of one signer cannot be answered, as a sentence; null if they can.</summary>
    public string? Obstacle => model.Config.Features.Frames is not null
        ? "This model uses video frames, which enrolled signs do not have. Specify a model that uses landmarks only."
        : model.Signs is null
            ? "This model has no prototypes.safetensors, which enrolled signs are compared with. Make it from the training data: "
                + "hasta prototypes DATA --model MODEL"
            : null;

    /// <summary>Glosses of one signer, ordered by name.</summary>
    public IReadOnlyList<string> OneSignerGlosses =>
    [
        .. (model.Signs?.Prototypes ?? []).Select(point => point.Gloss).Where(gloss => model.Vocabulary.IndexOf(gloss) < 0)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>For the library as it is now; null if there is nothing to match, or an <see cref="Obstacle"/>.</summary>
    /// <exception cref="BadFileException">A recording of the library is missing or corrupt.</exception>
    public SignMatcher? Matcher => Obstacle is null && (allWords || library is { Clips.Count: > 0 }) ? Current() : null;

    /// <exception cref="EnrollmentUnavailableException">There is an <see cref="Obstacle"/>.</exception>
    /// <exception cref="BadFileException">A recording of the library is missing or corrupt.</exception>
    public SignMatcher RequireMatcher() => Obstacle is { } obstacle ? throw new EnrollmentUnavailableException(obstacle) : Current();

    /// <exception cref="EnrollmentUnavailableException">There is an <see cref="Obstacle"/>.</exception>
    public EnrollmentCheck Check(string gloss, IReadOnlyList<EnrollmentClip> recordings)
    {
        SignMatcher all = RequireMatcher();
        (EnrollmentClip Clip, SignEmbedding? Point, string? Reason)[] tried = [.. recordings.Select(Try)];
        (EnrollmentClip Clip, SignEmbedding Point)[] usable =
            [.. tried.Where(clip => clip.Point is not null).Select(clip => (clip.Clip, clip.Point!))];
        SignEmbedding[] takes =
        [
            .. usable.Select(clip => clip.Point),
            .. EnrolledTakes(gloss).Where(old => !usable.Any(clip => clip.Point.Similarity(old) > SameRecording)),
        ];
        IReadOnlyList<bool> unlike = SignChecker.FindUnlike(takes);
        IReadOnlyList<SignMatch> similar = takes.Length == 0
            ? []
            : [.. new SignChecker(all.Without(gloss)).FindSimilar(takes).Select(match => match with { Kind = all.KindOf(match.Gloss) })];
        return new EnrollmentCheck
        {
            Usable = [.. usable.Select(clip => clip.Clip)],
            Rejected = [.. tried.Where(clip => clip.Point is null).Select(clip => (clip.Clip, clip.Reason!))],
            Unlike = [.. usable.Where((_, i) => unlike[i]).Select(clip => clip.Clip)],
            Similar = similar,
            MoreRecordings = SignChecker.MoreRecordings(takes.Length, unlike.Contains(true) || similar.Count > 0),
        };
    }

    private SignMatcher Current()
    {
        lock (gate)
        {
            IReadOnlyList<LibraryClip> now = library?.Clips ?? [];
            if (matcher is null || clips != now)
            {
                ILookup<bool, SignPrototype> points =
                    model.Signs!.Prototypes.ToLookup(point => model.Vocabulary.IndexOf(point.Gloss) >= 0);
                matcher = new SignMatcher(
                    [.. points[true]], library?.Embed(now, model.Fingerprint, embed) ?? [], allWords ? points[false] : []);
                clips = now;
            }

            return matcher;
        }
    }

    private IEnumerable<SignEmbedding> EnrolledTakes(string gloss) => library is null
        ? []
        : library.Embed([.. library.Clips.Where(clip => clip.Gloss == gloss)], model.Fingerprint, embed).Select(take => take.Point);

    private (EnrollmentClip Clip, SignEmbedding? Point, string? Reason) Try(EnrollmentClip recording)
    {
        if (SignEvidence.Check(recording.Landmarks) is { } reason)
        {
            return (recording, null, reason.Text);
        }

        try
        {
            return (recording, embed(recording.Landmarks), null);
        }
        catch (Features.NoBodyException error)
        {
            return (recording, null, error.Message.TrimEnd('.'));
        }
    }
}
