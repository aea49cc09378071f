using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.Recognition.Models;

namespace Hasta.Recognition;

/// <summary>
/// Recognizes the sign in a clip: a video, a .pose file, or landmarks. The model is loaded once, MediaPipe's networks with the first video.
/// </summary>
/// <remarks>Safe to use from several threads at once, but <see cref="Dispose"/> must be called last.</remarks>
public sealed class SignRecognizer : IDisposable
{
    private const int MaxCandidates = 5;

    private readonly RecognitionModel model;
    private readonly SignRecognizerOptions options;
    private readonly SequenceNormalizer extractor;
    private readonly Lazy<LandmarkExtractor> videos;
    private readonly SignTeacher teacher;

    internal SignRecognizer(RecognitionModel model, SignRecognizerOptions? options = null)
    {
        this.model = model;
        this.options = options ?? new SignRecognizerOptions();
        extractor = new SequenceNormalizer(model.Config.Features);
        LandmarkOptions settings = LandmarkOptions.ForModelOf(model.Config.Engine) with { Region = this.options.Region, IsParallel = true };
        Engine = settings.EngineId;
        videos = new Lazy<LandmarkExtractor>(() => LandmarkExtractor.Create(settings, this.options.LandmarkModels));
        EngineWarning = WarningOf(model.Config.Engine, settings.EngineId);
        teacher = new SignTeacher(model, this.options.Library, this.options.AllWords, Embed);
    }

    /// <summary>The glosses that the model can recognize.</summary>
    public IReadOnlyList<string> Glosses => model.Vocabulary.Glosses;

    /// <summary>
    /// Words of which the model has recordings of a single signer, answered with <see cref="SignRecognizerOptions.AllWords"/> only.
    /// </summary>
    public IReadOnlyList<string> OneSignerGlosses => teacher.OneSignerGlosses;

    /// <param name="gloss">One of <see cref="Glosses"/>.</param>
    /// <returns>Null if nothing was measured for it.</returns>
    public GlossStatistics? StatisticsOf(string gloss) => model.Statistics.GetValueOrDefault(gloss);

    /// <summary>Whether the model uses the clip's video frames in addition to its landmarks.</summary>
    public bool NeedsFrames => model.Config.Features.Frames is not null;

    /// <summary>
    /// Why videos may be recognized worse than in training, as a sentence: the model was trained on another engine's landmarks. Null if it
    /// was not.
    /// </summary>
    public string? EngineWarning { get; }

    /// <summary>
    /// Why <see cref="SignRecognizerOptions.Library"/> and <see cref="SignRecognizerOptions.AllWords"/> have no effect with this model, as
    /// a sentence. Null if they have.
    /// </summary>
    public string? EnrollmentWarning => teacher.Obstacle;

    /// <param name="model">A run or checkpoint folder; null for the model of the package Hasta.Models.IslWords.</param>
    /// <param name="options">How clips are processed; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels loading if it has not started.</param>
    /// <exception cref="BadFileException">A file of the model is missing, corrupt, or does not match the others.</exception>
    public static Task<SignRecognizer> LoadAsync(
        string? model = null, SignRecognizerOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => new SignRecognizer(RecognitionModel.Load(model ?? ShippedModel.Find()), options), cancellationToken);

    /// <summary>Loads MediaPipe's networks now instead of with the first video.</summary>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">The execution provider that the program was built for cannot be loaded.</exception>
    public void LoadLandmarkModels() => _ = videos.Value;

    /// <param name="path">A video, or a .pose file.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <exception cref="BadFileException">The clip or a file of MediaPipe's networks is missing or corrupt.</exception>
    /// <exception cref="MissingFfmpegException">The clip is a video, and ffmpeg is not installed.</exception>
    /// <exception cref="InvalidOperationException">
    /// The model uses video frames, and the options have no <see cref="SignRecognizerOptions.FrameKeeper"/>.
    /// </exception>
    /// <exception cref="NoBodyException">No person can be detected.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    public async Task<SignResult> RecognizeFileAsync(string path, CancellationToken cancellationToken = default) =>
        (await ReadSignAsync(path, cancellationToken)).Result;

    /// <inheritdoc cref="RecognizeFileAsync"/>
    /// <returns>The clip's landmarks, too.</returns>
    internal async Task<(SignResult Result, LandmarkSequence Landmarks)> ReadSignAsync(string path, CancellationToken cancellationToken)
    {
        if (path.EndsWith(PoseFile.Extension, StringComparison.OrdinalIgnoreCase))
        {
            LandmarkSequence poses = NeedsFrames
                ? throw NoFrames(path)
                : await Task.Run(() => PoseFile.Read(path, options.Person), cancellationToken);
            return (Recognize(poses), poses);
        }

        using IFrameKeeper? keeper = NeedsFrames ? KeeperOf(options)() : null;
        LandmarkExtractor video = videos.Value;
        LandmarkFrames feed = await video.OpenAsync(path, keeper is null ? null : keeper.Offer, cancellationToken);
        LandmarkSequence sequence = await feed.CollectAsync(cancellationToken);
        SignResult result = Recognize(sequence, keeper?.ToKeptFrames(path, feed.Width, feed.Height));
        return (result with { People = feed.People(), Warnings = [.. feed.Warnings, .. result.Warnings] }, sequence);
    }

    /// <param name="sequence">The clip's landmarks.</param>
    /// <param name="frames">Frames of the clip; ignored by models that use landmarks only.</param>
    /// <exception cref="NoBodyException">No person can be detected.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    /// <exception cref="ArgumentNullException">The model needs frames.</exception>
    public SignResult Recognize(LandmarkSequence sequence, IKeptFrames? frames = null)
    {
        ClassifierOutput output = model.Run([extractor.Extract(sequence, frames)])[0];
        float[] confidences = Softmax.Compute(output.Logits, model.Config.Temperature);
        Candidate[] candidates =
        [
            .. confidences.Index().OrderByDescending(entry => entry.Item).Take(MaxCandidates)
                .Select(entry => new Candidate(model.Vocabulary.Glosses[entry.Index], entry.Item)),
        ];
        var known = new SignResult
        {
            Gloss = candidates[0].Gloss,
            Confidence = candidates[0].Confidence,
            Reason = SignEvidence.Check(sequence) ?? ReasonOf(candidates[0].Confidence),
            Candidates = candidates,
            Similar = StatisticsOf(candidates[0].Gloss)?.Similar ?? [],
            Embedding = model.EmbeddingOf(output),
            Person = sequence.Person,
            Warnings = WarningsOf(sequence),
        };
        return teacher.Matcher?.Match(known.Embedding) is { } taught ? WithTaughtSign(known, taught.Sign, taught.Confidence) : known;
    }

    /// <summary>Reads a recording to enroll.</summary>
    /// <param name="path">A video, or a .pose file.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <exception cref="BadFileException">The clip or a file of MediaPipe's networks is missing or corrupt.</exception>
    /// <exception cref="MissingFfmpegException">The clip is a video, and ffmpeg is not installed.</exception>
    public async Task<EnrollmentClip> ReadClipAsync(string path, CancellationToken cancellationToken = default)
    {
        string source = Path.GetFullPath(path);
        if (path.EndsWith(PoseFile.Extension, StringComparison.OrdinalIgnoreCase))
        {
            LandmarkSequence poses = await Task.Run(() => PoseFile.Read(path, options.Person), cancellationToken);
            return new EnrollmentClip
            {
                Landmarks = poses,
                Source = source,
                Engine = new LandmarkEngineId { Name = PoseFile.EngineName, Input = "signer" },
            };
        }

        LandmarkExtractor video = videos.Value;
        LandmarkFrames feed = await video.OpenAsync(path, cancellationToken: cancellationToken);
        LandmarkSequence sequence = await feed.CollectAsync(cancellationToken);
        return new EnrollmentClip { Landmarks = sequence, Source = source, Engine = video.EngineId };
    }

    /// <summary>Compares recordings of a sign with each other, with the model's words and with the library.</summary>
    /// <param name="gloss">The sign's name; recordings that the library has of it count.</param>
    /// <param name="recordings">Not in the library yet.</param>
    /// <exception cref="EnrollmentUnavailableException">The model cannot compare signs: <see cref="EnrollmentWarning"/>.</exception>
    public EnrollmentCheck CheckSign(string gloss, IReadOnlyList<EnrollmentClip> recordings) => teacher.Check(gloss, recordings);

    /// <summary>A visual dictionary: the signs that are most similar to a clip, known, enrolled or of one signer.</summary>
    /// <param name="sequence">The clip's landmarks.</param>
    /// <param name="count">Maximum number of signs.</param>
    /// <returns>Each sign once, the most similar first.</returns>
    /// <exception cref="EnrollmentUnavailableException">The model cannot compare signs: <see cref="EnrollmentWarning"/>.</exception>
    /// <exception cref="NoBodyException">No person can be detected.</exception>
    public IReadOnlyList<SignMatch> Lookup(LandmarkSequence sequence, int count = MaxCandidates)
    {
        SignMatcher matcher = teacher.RequireMatcher();
        return matcher.Lookup(Embed(sequence), count);
    }

    /// <summary>The folder of the model's checkpoint; null for one in memory.</summary>
    internal string? Folder => model.Folder;

    /// <summary>The confidence 0..1 below which an answer for a clip is unsure.</summary>
    internal double UnsureBelow => model.Config.UnsureBelow;

    /// <summary>The engine for videos, known before its networks are loaded.</summary>
    internal LandmarkEngineId Engine { get; }

    /// <summary>The landmarks of a clip, for a stream that is read to its end.</summary>
    internal async Task<LandmarkFrames> OpenAsync(string path, CancellationToken cancellationToken) =>
        path.EndsWith(PoseFile.Extension, StringComparison.OrdinalIgnoreCase)
            ? LandmarkFrames.From(await Task.Run(() => PoseFile.Read(path, options.Person), cancellationToken))
            : await videos.Value.OpenAsync(path, cancellationToken: cancellationToken);

    /// <summary>The enrolled signs; null for none.</summary>
    internal SignLibrary? Library => options.Library;

    /// <summary>The engine that finds the landmarks of videos and cameras.</summary>
    internal LandmarkEngineId VideoEngine => videos.Value.EngineId;

    /// <summary>The landmarks of frames that come one by one.</summary>
    internal IAsyncEnumerable<LandmarkFrame> Track(IAsyncEnumerable<VideoFrame> frames) => videos.Value.TrackFramesAsync(frames);

    /// <summary>For frames that are pushed: a tracker of one stream.</summary>
    internal ILandmarkTracker CreateTracker() => videos.Value.CreateTracker();

    public void Dispose()
    {
        model.Dispose();
        if (videos.IsValueCreated)
        {
            videos.Value.Dispose();
        }
    }

    private SignEmbedding Embed(LandmarkSequence sequence) => model.EmbeddingOf(model.Run([extractor.Extract(sequence)])[0]);

    /// <summary>The known words remain candidates, with what probability is left.</summary>
    private SignResult WithTaughtSign(SignResult known, SignMatch sign, double confidence) => known with
    {
        Gloss = sign.Gloss,
        Kind = sign.Kind,
        Confidence = confidence,
        Reason = known.Reason is { Kind: not UnsureKind.LowConfidence } reason ? reason : ReasonOf(confidence),
        Candidates =
        [
            new Candidate(sign.Gloss, confidence),
            .. known.Candidates.Where(candidate => candidate.Gloss != sign.Gloss).Take(MaxCandidates - 1)
                .Select(candidate => candidate with { Confidence = candidate.Confidence * (1 - confidence) }),
        ],
        Similar = [],
    };

    private UnsureReason? ReasonOf(double confidence) =>
        confidence < model.Config.UnsureBelow ? UnsureReason.LowConfidence(model.Config.UnsureBelow) : null;

    private static string[] WarningsOf(LandmarkSequence sequence) => UpperBodyGaps.NeverSeen(sequence) is { Count: > 0 } guessed
        ? [$"no frame has {string.Join(", ", guessed)}; average positions are used instead, and the answer may be less accurate."]
        : [];

    /// <summary>Landmark arrays, on which a model may have been trained, do not record the engine of their landmarks.</summary>
    private static string? WarningOf(LandmarkEngineId? trained, LandmarkEngineId current) =>
        trained is null or { Name: LandmarkArray.EngineName } || trained.IsCompatibleWith(current)
            ? null
            : $"the model was trained on landmarks of another engine ({trained}) than the one used for videos here ({current}), "
                + "so accuracy may be lower.";

    private static Func<IFrameKeeper> KeeperOf(SignRecognizerOptions options) => options.FrameKeeper
        ?? throw new InvalidOperationException(
            $"This model needs video frames: set {nameof(SignRecognizerOptions)}.{nameof(SignRecognizerOptions.FrameKeeper)}.");

    private static BadFileException NoFrames(string path) => new(
        path,
        "it contains landmarks only, but this model needs video frames.",
        "Specify the video itself, or a model that uses landmarks only with --model.");
}
