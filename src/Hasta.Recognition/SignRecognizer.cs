using System.Globalization;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Video.Programs;
using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.Recognition.Models;

namespace Hasta.Recognition;

/// <summary>Names the sign in a clip: a video, a .pose file, or landmarks that are at hand. The model is loaded once; MediaPipe's networks with the first video.</summary>
/// <remarks>Safe to use from several threads at once; only <see cref="Dispose"/> must come last.</remarks>
public sealed class SignRecognizer : IDisposable
{
    private const int MaxCandidates = 5;

    private readonly RecognitionModel model;
    private readonly SignRecognizerOptions options;
    private readonly SequenceNormalizer extractor;
    private readonly Lazy<LandmarkExtractor> videos;

    internal SignRecognizer(RecognitionModel model, SignRecognizerOptions? options = null)
    {
        this.model = model;
        this.options = options ?? new SignRecognizerOptions();
        extractor = new SequenceNormalizer(model.Config.Features);
        LandmarkOptions settings = LandmarkOptions.ForModelOf(model.Config.Engine) with { Region = this.options.Region };
        videos = new Lazy<LandmarkExtractor>(() => LandmarkExtractor.Create(settings, this.options.LandmarkModels));
        EngineWarning = WarningOf(model.Config.Engine, settings.EngineId);
    }

    /// <summary>The words that the model knows.</summary>
    public IReadOnlyList<string> Glosses => model.Vocabulary.Glosses;

    /// <summary>Whether the model looks at the clip's pictures too, beside its landmarks.</summary>
    public bool NeedsFrames => model.Config.Features.Frames is not null;

    /// <summary>Why videos may be recognised worse than in training, as a sentence: the model learned from another engine's landmarks. Null where it did not.</summary>
    public string? EngineWarning { get; }

    /// <param name="model">A run's or a checkpoint's folder; null for the model of the package Hasta.Models.IslWords.</param>
    /// <param name="options">How clips are looked at; null for the defaults.</param>
    /// <param name="cancellationToken">Stops before the model is ready.</param>
    /// <exception cref="BadFileException">A part of the model is missing, damaged, or does not fit the others.</exception>
    public static Task<SignRecognizer> LoadAsync(string? model = null, SignRecognizerOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => new SignRecognizer(RecognitionModel.Load(model ?? ShippedModel.Find()), options), cancellationToken);

    /// <summary>Loads MediaPipe's networks now, instead of with the first video.</summary>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">What the program was built to compute with does not load.</exception>
    public void LoadLandmarkModels() => _ = videos.Value;

    /// <param name="path">A video, or a .pose file.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <exception cref="BadFileException">The clip, or a file of MediaPipe's networks, is missing or damaged.</exception>
    /// <exception cref="MissingFfmpegException">A video, and ffmpeg is not installed.</exception>
    /// <exception cref="InvalidOperationException">The model looks at pictures, and the options have no <see cref="SignRecognizerOptions.FrameKeeper"/>.</exception>
    /// <exception cref="NoBodyException">No person can be made out.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    public async Task<SignResult> RecognizeFileAsync(string path, CancellationToken cancellationToken = default)
    {
        if (path.EndsWith(PoseFile.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return NeedsFrames ? throw NoPictures(path) : Recognize(await Task.Run(() => PoseFile.Read(path, options.Person), cancellationToken));
        }

        using IFrameKeeper? keeper = NeedsFrames ? KeeperOf(options)() : null;
        LandmarkExtractor video = videos.Value;
        LandmarkFrames feed = await video.OpenAsync(path, keeper is null ? null : keeper.Offer, cancellationToken);
        LandmarkSequence sequence = await feed.CollectAsync(cancellationToken);
        SignResult result = Recognize(sequence, keeper?.Keep(path, feed.Width, feed.Height));
        return result with { People = feed.People(), Warnings = [.. feed.Warnings, .. result.Warnings] };
    }

    /// <param name="sequence">The clip's landmarks.</param>
    /// <param name="frames">Frames of it; not used by models that look at landmarks alone.</param>
    /// <exception cref="NoBodyException">No person can be made out.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    /// <exception cref="ArgumentNullException">The model needs frames.</exception>
    public SignResult Recognize(LandmarkSequence sequence, IKeptFrames? frames = null)
    {
        float[] logits = model.Logits([extractor.Extract(sequence, frames)])[0]; // [gloss]
        float[] confidences = Softmax.Compute(logits, model.Config.Temperature);
        Candidate[] candidates =
        [
            .. confidences.Index().OrderByDescending(entry => entry.Item).Take(MaxCandidates)
                .Select(entry => new Candidate(model.Vocabulary.Glosses[entry.Index], entry.Item)),
        ];
        return new SignResult
        {
            Gloss = candidates[0].Gloss,
            Confidence = candidates[0].Confidence,
            Reason = SignEvidence.Check(sequence) ?? ReasonOf(candidates[0].Confidence),
            Candidates = candidates,
            Person = sequence.Person,
            Warnings = WarningsOf(sequence),
        };
    }

    public void Dispose()
    {
        model.Dispose();
        if (videos.IsValueCreated)
        {
            videos.Value.Dispose();
        }
    }

    private UnsureReason? ReasonOf(double confidence) => confidence < model.Config.UnsureBelow
        ? new UnsureReason(UnsureKind.LowConfidence, string.Create(CultureInfo.InvariantCulture, $"the confidence lies below the model's threshold of {model.Config.UnsureBelow:P0}"))
        : null;

    private static string[] WarningsOf(LandmarkSequence sequence) => UpperBodyGaps.NeverSeen(sequence) is { Count: > 0 } guessed
        ? [$"no frame has {string.Join(", ", guessed)}; they are taken to be where they usually are, and the answer may be worse."]
        : [];

    /// <summary>The arrays that a model may have learned from do not say what found their landmarks.</summary>
    private static string? WarningOf(LandmarkEngineId? trained, LandmarkEngineId here) => trained is null or { Name: LandmarkArray.EngineName } || trained.IsCompatibleWith(here)
        ? null
        : $"the model was trained on landmarks of another engine ({trained}) than the one used for videos here ({here}): it may do worse.";

    private static Func<IFrameKeeper> KeeperOf(SignRecognizerOptions options) => options.FrameKeeper
        ?? throw new InvalidOperationException($"This model looks at pictures too: set {nameof(SignRecognizerOptions)}.{nameof(SignRecognizerOptions.FrameKeeper)}.");

    private static BadFileException NoPictures(string path) =>
        new(path, "it holds landmarks only, and this model looks at the pictures too.", "Give the video itself, or a model of landmarks with --model.");
}
