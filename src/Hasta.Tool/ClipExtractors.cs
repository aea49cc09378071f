using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Tool;

/// <summary>
/// Selects the extractor of a clip: .pose files are read; videos go through MediaPipe's models, which are loaded on first use.
/// </summary>
internal sealed class ClipExtractors : IDisposable
{
    private readonly PoseFileExtractor poses;
    private readonly Lazy<LandmarkExtractor> extractor;
    private readonly Lazy<VideoClipExtractor> videos;

    /// <param name="settings">How landmarks are extracted from videos.</param>
    /// <param name="frames">Whether frames of videos are kept next to their landmarks.</param>
    /// <param name="person">The person to use from .pose files of several people, from 1; null for the one who signs.</param>
    public ClipExtractors(LandmarkOptions settings, bool frames = false, int? person = null)
    {
        poses = new PoseFileExtractor(person);
        extractor = new(() => LandmarkExtractor.Create(settings));
        videos = new(() =>
        {
            Ffmpeg.Find(); // if it is missing, the command fails, not the first clip
            return new VideoClipExtractor(extractor.Value, frames);
        });
    }

    /// <summary>The extractor for videos that are not on disk yet.</summary>
    /// <exception cref="HastaException">ffmpeg or model files are missing.</exception>
    public IClipExtractor Videos => videos.Value;

    /// <exception cref="HastaException">There are no clips, or there are videos and ffmpeg or model files are missing.</exception>
    public PrepareRequest Find(string path, string output, int workers)
    {
        IReadOnlyList<Clip> clips = ClipFinder.Find(path);
        PrepareItem[] items = [.. clips.Select(clip => new PrepareItem(clip, ExtractorOf(clip.Path)))];
        return new PrepareRequest(items, output, workers) { Ignored = IgnoredFiles.In(path, clips) };
    }

    /// <exception cref="HastaException">The clip is a video, and ffmpeg or model files are missing.</exception>
    public IClipExtractor ExtractorOf(string path) =>
        ClipArguments.IsPose(path) ? poses : videos.Value;

    public void Dispose()
    {
        if (extractor.IsValueCreated)
        {
            extractor.Value.Dispose();
        }
    }
}
