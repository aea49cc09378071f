using System.Runtime.CompilerServices;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks;

/// <summary>Extracts the landmarks of clips, each with a new tracker. Several clips may be extracted concurrently.</summary>
/// <param name="engine">Must outlive the extractor.</param>
/// <param name="video">Decoding options; null for the defaults.</param>
public sealed class LandmarkExtractor(ILandmarkEngine engine, VideoOptions? video = null) : IDisposable
{
    private readonly VideoOptions video = video ?? new VideoOptions();
    private bool ownsEngine;

    /// <summary>The id of the engine, with the height to which frames are scaled down.</summary>
    public LandmarkEngineId EngineId => engine.Id with { MaxHeight = video.MaxHeight };

    /// <summary>The region of the frame that is processed; null for the whole frame.</summary>
    public FrameRegion? Region { get; init; }

    /// <summary>Creates an extractor that owns its engine.</summary>
    /// <param name="options">What to detect, and with which networks; null for body, hands and face.</param>
    /// <param name="models">
    /// Location of MediaPipe's model files; null to search the default locations (<see cref="ModelFiles.Find"/>).
    /// </param>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">The execution provider that the program was built for does not load.</exception>
    public static LandmarkExtractor Create(LandmarkOptions? options = null, ModelFiles? models = null)
    {
        options ??= new LandmarkOptions();
        ILandmarkEngine loaded = options.Load(models ?? ModelFiles.Find());
        var decoding = new VideoOptions { MaxHeight = options.MaxHeight };
        return new LandmarkExtractor(loaded, decoding) { Region = options.Region, ownsEngine = true };
    }

    /// <summary>
    /// Reads a clip's landmarks in pixels, one landmark frame for each frame of the clip; parts that are not seen are missing.
    /// </summary>
    /// <inheritdoc cref="OpenAsync"/>
    public async IAsyncEnumerable<LandmarkFrame> ReadAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LandmarkFrames landmarks = await OpenAsync(path, cancellationToken: cancellationToken);
        await foreach (LandmarkFrame frame in landmarks.Frames.WithCancellation(cancellationToken))
        {
            yield return frame;
        }
    }

    /// <summary>Also disposes the engine if the extractor owns it.</summary>
    public void Dispose()
    {
        if (ownsEngine)
        {
            engine.Dispose();
        }
    }

    /// <summary>
    /// How a clip's frames are changed before processing: <see cref="VideoInfo.Treatment"/> and the region. Null if they are not changed.
    /// </summary>
    /// <exception cref="BadFileException">The clip is missing, or is known to be corrupt without decoding it.</exception>
    public async Task<string?> TreatmentOfAsync(string path, CancellationToken cancellationToken = default)
    {
        var info = await VideoInfo.ReadAsync(path, video.Ffmpeg ?? Ffmpeg.Find(), cancellationToken);
        info.ThrowIfTruncated();
        return TreatmentOf(info);
    }

    /// <param name="path">The clip.</param>
    /// <param name="onFrame">Called with each frame before its landmarks are returned; may be null.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <returns>One landmark frame for each frame of the clip; without a person, all landmarks are missing.</returns>
    /// <exception cref="BadFileException">
    /// The clip is missing or corrupt, or no frame can be decoded; enumerating the frames may throw it too.
    /// </exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async Task<LandmarkFrames> OpenAsync(
        string path,
        Action<VideoFrame>? onFrame = null,
        CancellationToken cancellationToken = default)
    {
        var info = await VideoInfo.ReadAsync(path, video.Ffmpeg ?? Ffmpeg.Find(), cancellationToken);
        PeopleAtStart? people = null;
        return new LandmarkFrames
        {
            DeclaredFps = info.Fps,
            Width = info.Width,
            Height = info.Height,
            Frames = TrackAsync(info, cancellationToken).Select(tracked =>
            {
                people = tracked.People;
                onFrame?.Invoke(tracked.Frame);
                return tracked.Landmarks;
            }),
            Treatment = TreatmentOf(info),
            Warnings = info.Warnings,
            People = () => people,
        };
    }

    /// <summary>Reads the frames of the clip, each with its landmarks.</summary>
    /// <exception cref="BadFileException">The clip is corrupt, or no frame can be decoded.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async IAsyncEnumerable<TrackedFrame> TrackAsync(
        VideoInfo info,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var tracker = engine.CreateTracker();
        FrameCropper? cropper = Region is { } region ? new FrameCropper(info, region) : null;
        VideoOptions options = video with { Ffmpeg = video.Ffmpeg ?? Ffmpeg.Find() };
        await foreach (var frame in VideoReader.ReadAsync(info, options, cancellationToken).ByOneFrame(cancellationToken))
        {
            LandmarkFrame landmarks = cropper?.Track(tracker, frame) ?? tracker.Track(frame);
            yield return new TrackedFrame(frame, InPixelsOf(info, frame, landmarks), tracker.People);
        }
    }

    /// <summary>Tracks frames that come one by one, from a camera or a socket; <see cref="Region"/> is not applied.</summary>
    /// <param name="frames">In order, with their real times.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <returns>Landmarks in pixels of the frames.</returns>
    public async IAsyncEnumerable<LandmarkFrame> TrackFramesAsync(
        IAsyncEnumerable<VideoFrame> frames,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ILandmarkTracker tracker = engine.CreateTracker();
        await foreach (VideoFrame frame in frames.WithCancellation(cancellationToken))
        {
            yield return tracker.Track(frame);
        }
    }

    /// <summary>For frames that are pushed: a new tracker without a signer; the extractor must outlive it.</summary>
    internal ILandmarkTracker CreateTracker() => engine.CreateTracker();

    private string? TreatmentOf(VideoInfo info) => (info.Treatment, Region) switch
    {
        (var treatment, null) => treatment,
        (null, var region) => $"region {region}",
        var (treatment, region) => $"{treatment}, region {region}",
    };

    private static LandmarkFrame InPixelsOf(VideoInfo clip, VideoFrame frame, LandmarkFrame landmarks) =>
        (frame.Width, frame.Height) == (clip.Width, clip.Height)
            ? landmarks
            : landmarks.Scale((float)clip.Width / frame.Width, (float)clip.Height / frame.Height);
}
