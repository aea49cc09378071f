using System.Runtime.CompilerServices;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks;

/// <summary>A clip's landmarks, with a fresh tracker each. Several clips may be extracted at a time.</summary>
/// <param name="engine">Must outlive the extractor.</param>
/// <param name="video">How clips are decoded; null for the defaults.</param>
public sealed class LandmarkExtractor(ILandmarkEngine engine, VideoOptions? video = null) : IDisposable
{
    private readonly VideoOptions video = video ?? new VideoOptions();
    private bool ownsEngine;

    /// <summary>The engine's, with the height that frames are scaled down to.</summary>
    public LandmarkEngineId EngineId => engine.Id with { MaxHeight = video.MaxHeight };

    /// <summary>The part of the picture that is looked at; null for all of it.</summary>
    public PictureRegion? Region { get; init; }

    /// <summary>With an engine of its own.</summary>
    /// <param name="settings">What to look for, and with which networks; null for body, hands and face.</param>
    /// <param name="models">Where MediaPipe's model files are; null for the usual places (<see cref="ModelFiles.Find"/>).</param>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">What the program was built to compute with does not load.</exception>
    public static LandmarkExtractor Create(LandmarkOptions? settings = null, ModelFiles? models = null)
    {
        settings ??= new LandmarkOptions();
        return new LandmarkExtractor(settings.Load(models ?? ModelFiles.Find()), new VideoOptions { MaxHeight = settings.MaxHeight }) { Region = settings.Region, ownsEngine = true };
    }

    /// <summary>A clip's landmarks in pixels, a frame at a time: one for each frame of the clip; parts that are not seen are missing.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public async IAsyncEnumerable<LandmarkFrame> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LandmarkFrames feed = await OpenAsync(path, cancellationToken: cancellationToken);
        await foreach (LandmarkFrame frame in feed.Frames.WithCancellation(cancellationToken))
        {
            yield return frame;
        }
    }

    /// <summary>Also disposes an engine of its own.</summary>
    public void Dispose()
    {
        if (ownsEngine)
        {
            engine.Dispose();
        }
    }

    /// <summary>What is done to a clip's picture before it is looked at: see <see cref="VideoInfo.Treatment"/>; the region too. Null where nothing is.</summary>
    /// <exception cref="BadFileException">The clip is missing, or is seen to be damaged without decoding it.</exception>
    public async Task<string?> TreatmentOfAsync(string path, CancellationToken cancellationToken = default)
    {
        var info = await VideoInfo.ReadAsync(path, video.Ffmpeg ?? Ffmpeg.Find(), cancellationToken);
        info.RefuseCut();
        return TreatmentOf(info);
    }

    /// <param name="path">The clip.</param>
    /// <param name="look">Also sees each frame's picture, before its landmarks are handed on; null for nobody.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <returns>One landmark frame for each frame of the clip; a clip without a person has all of them missing.</returns>
    /// <exception cref="BadFileException">The clip is missing or damaged, or no frame can be decoded; the frames may throw it too.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async Task<LandmarkFrames> OpenAsync(string path, Action<VideoFrame>? look = null, CancellationToken cancellationToken = default)
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
                look?.Invoke(tracked.Picture);
                return tracked.Landmarks;
            }),
            Treatment = TreatmentOf(info),
            Warnings = info.Warnings,
            People = () => people,
        };
    }

    /// <summary>The frames themselves too, each with its landmarks.</summary>
    /// <exception cref="BadFileException">The clip is damaged, or no frame can be decoded.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async IAsyncEnumerable<TrackedFrame> TrackAsync(VideoInfo info, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var tracker = engine.CreateTracker();
        FrameCropper? cropper = Region is { } region ? new FrameCropper(info, region) : null;
        await foreach (var frame in VideoReader.ReadAsync(info, video with { Ffmpeg = video.Ffmpeg ?? Ffmpeg.Find() }, cancellationToken))
        {
            LandmarkFrame landmarks = cropper?.Track(tracker, frame) ?? tracker.Track(frame);
            yield return new TrackedFrame(frame, InPixelsOf(info, frame, landmarks), tracker.People);
        }
    }

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
