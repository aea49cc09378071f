using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Pictures.Overlay;

/// <summary>Turns a clip into landmarks, an overlay or both, in one pass and with the memory of one frame.</summary>
/// <param name="engine">Must outlive the recorder.</param>
/// <param name="video">How clips are decoded and overlays encoded, which have the size of the decoded frames.</param>
internal sealed class ClipRecorder(ILandmarkEngine engine, VideoOptions video)
{
    /// <summary>See <see cref="LandmarkExtractor.Region"/>.</summary>
    public PictureRegion? Region { get; init; }

    /// <summary>Who was seen at the start of the clip that was recorded last.</summary>
    public PeopleAtStart? People { get; private set; }

    /// <summary>All files appear at the end, or none.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="BadFileException">The clip is damaged or has no frame, or a file cannot be written.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    /// <exception cref="IOException">The disk is full, or a folder cannot be written.</exception>
    public async Task<LandmarkStatistics> RecordAsync(VideoInfo clip, RecordingFiles files, IProgress<WorkProgress> progress, CancellationToken cancellationToken = default)
    {
        foreach (string file in files.All)
        {
            PendingFile.RemoveLeftovers(file);
        }

        var tally = new LandmarkStatistics(clip.Fps);
        using PoseRecorder? pose = files.Pose is { } path ? new PoseRecorder(path, FeedOf(clip)) : null;
        await using IOverlayWriter? overlay = files.Overlay is { } picture ? await OpenAsync(picture, PictureOf(clip), cancellationToken) : null;
        await foreach (var frame in new LandmarkExtractor(engine, video) { Region = Region }.TrackAsync(clip, cancellationToken))
        {
            tally.Add(frame.Landmarks);
            People = frame.People;
            pose?.Add(frame.Landmarks);
            await (overlay?.AddAsync(InItsOwnPixels(frame, clip), cancellationToken) ?? Task.CompletedTask);
            progress.Report(new WorkProgress(tally.Frames, Math.Max(tally.Frames, ExpectedFrames(clip)), ""));
        }

        await (overlay?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        pose?.Commit();
        return tally;
    }

    private async Task<IOverlayWriter> OpenAsync(string path, VideoInfo clip, CancellationToken cancellationToken) =>
        RecordingFiles.HasExtension(path, ContactSheet.Extension)
            ? new ContactSheet(path, clip)
            : await OverlayVideo.CreateAsync(path, clip, video, cancellationToken);

    private VideoInfo PictureOf(VideoInfo clip)
    {
        (int width, int height) = video.FrameSizeOf(clip);
        return clip with { Width = width, Height = height };
    }

    private static TrackedFrame InItsOwnPixels(TrackedFrame frame, VideoInfo clip) => (frame.Picture.Width, frame.Picture.Height) == (clip.Width, clip.Height)
        ? frame
        : frame with { Landmarks = frame.Landmarks.Scale((float)frame.Picture.Width / clip.Width, (float)frame.Picture.Height / clip.Height) };

    // The recorder gets its frames one by one, beside the overlay.
    private static LandmarkFrames FeedOf(VideoInfo clip) => new()
    {
        DeclaredFps = clip.Fps,
        Width = clip.Width,
        Height = clip.Height,
        Frames = AsyncEnumerable.Empty<LandmarkFrame>(),
    };

    private static int ExpectedFrames(VideoInfo clip) => (int)Math.Round(clip.Fps * (clip.Duration?.TotalSeconds ?? 0));
}
