using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Tool;

/// <summary>Pairs clips with what gets their landmarks: .pose files are read, videos go through MediaPipe's models, loaded only when needed.</summary>
internal sealed class ClipSources : IDisposable
{
    private readonly PoseFileExtractor poses;
    private readonly Lazy<LandmarkExtractor> extractor;
    private readonly Lazy<VideoClipExtractor> videos;

    /// <param name="settings">How to look at videos.</param>
    /// <param name="frames">Whether frames are kept beside the landmarks of videos.</param>
    /// <param name="person">Whom to take from .pose files of several people, from 1; null for the one who signs.</param>
    public ClipSources(LandmarkOptions settings, bool frames = false, int? person = null)
    {
        poses = new PoseFileExtractor(person);
        extractor = new(() => LandmarkExtractor.Create(settings));
        videos = new(() =>
        {
            Ffmpeg.Find(); // where it is missing the command ends, not the first clip
            return new VideoClipExtractor(extractor.Value, frames);
        });
    }

    /// <summary>For videos that are not on disk yet.</summary>
    /// <exception cref="HastaException">No ffmpeg or model files.</exception>
    public IClipExtractor Videos => videos.Value;

    /// <exception cref="HastaException">No clips, or videos and no ffmpeg or model files.</exception>
    public PrepareRequest Find(string path, string output, int workers)
    {
        IReadOnlyList<Clip> clips = ClipFinder.Find(path);
        return new PrepareRequest([.. clips.Select(clip => new PrepareItem(clip, ExtractorOf(clip.Path)))], output, workers) { NotTaken = NotTaken.In(path, clips) };
    }

    /// <exception cref="HastaException">A video, and no ffmpeg or model files.</exception>
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
