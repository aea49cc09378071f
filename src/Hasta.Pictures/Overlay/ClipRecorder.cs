using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Pictures.Overlay;

/// <summary>Converts a clip to landmarks, an overlay or both, in one pass with one frame in memory.</summary>
/// <param name="engine">Must outlive the recorder.</param>
/// <param name="video">How clips are decoded and overlays encoded. Overlays have the size of the decoded frames.</param>
internal sealed class ClipRecorder(ILandmarkEngine engine, VideoOptions video)
{
    /// <summary>See <see cref="LandmarkExtractor.Region"/>.</summary>
    public FrameRegion? Region { get; init; }

    /// <summary>The people detected at the start of the clip that was recorded last.</summary>
    public PeopleAtStart? People { get; private set; }

    /// <summary>Records a clip. Either all files are written at the end, or none.</summary>
    /// <returns>Statistics of the detected landmarks.</returns>
    /// <exception cref="BadFileException">The clip is damaged or has no frame, or a file cannot be written.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    /// <exception cref="IOException">The disk is full, or a folder is not writable.</exception>
    public async Task<LandmarkStatistics> RecordAsync(
        VideoInfo clip,
        RecordingFiles files,
        IProgress<WorkProgress> progress,
        CancellationToken cancellationToken = default)
    {
        foreach (string file in files.All)
        {
            PendingFile.RemoveLeftovers(file);
        }

        var statistics = new LandmarkStatistics(clip.Fps);
        using PoseRecorder? pose = files.Pose is { } path ? new PoseRecorder(path, HeaderOf(clip)) : null;
        await using IOverlayWriter? overlay = files.Overlay is { } target
            ? await OpenAsync(target, DecodedSizeOf(clip), cancellationToken)
            : null;
        await foreach (var frame in new LandmarkExtractor(engine, video) { Region = Region }.TrackAsync(clip, cancellationToken))
        {
            statistics.Add(frame.Landmarks);
            People = frame.People;
            pose?.Add(frame.Landmarks);
            await (overlay?.AddAsync(ScaleToFrame(frame, clip), cancellationToken) ?? Task.CompletedTask);
            progress.Report(new WorkProgress(statistics.Frames, Math.Max(statistics.Frames, ExpectedFrames(clip)), ""));
        }

        await (overlay?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        pose?.Commit();
        return statistics;
    }

    private async Task<IOverlayWriter> OpenAsync(string path, VideoInfo clip, CancellationToken cancellationToken) =>
        OutputFile.HasExtension(path, ContactSheet.Extension)
            ? new ContactSheet(path, clip)
            : await OverlayVideo.CreateAsync(path, clip, video, cancellationToken);

    private VideoInfo DecodedSizeOf(VideoInfo clip)
    {
        (int width, int height) = video.FrameSizeOf(clip);
        return clip with { Width = width, Height = height };
    }

    private static TrackedFrame ScaleToFrame(TrackedFrame frame, VideoInfo clip)
    {
        VideoFrame pixels = frame.Frame;
        return (pixels.Width, pixels.Height) == (clip.Width, clip.Height)
            ? frame
            : frame with { Landmarks = frame.Landmarks.Scale((float)pixels.Width / clip.Width, (float)pixels.Height / clip.Height) };
    }

    // Frames is empty: the recorder gets its frames one by one, together with the overlay.
    private static LandmarkFrames HeaderOf(VideoInfo clip) => new()
    {
        DeclaredFps = clip.Fps,
        Width = clip.Width,
        Height = clip.Height,
        Frames = AsyncEnumerable.Empty<LandmarkFrame>(),
    };

    private static int ExpectedFrames(VideoInfo clip) => (int)Math.Round(clip.Fps * (clip.Duration?.TotalSeconds ?? 0));
}
