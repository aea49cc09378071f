using Hasta.Datasets;
using Hasta.Landmarks.Files;
using Hasta.Preparation;

namespace Hasta.Cli;

/// <summary>Pairs clips with what gets their landmarks: .pose files are read, videos go through MediaPipe's models, loaded only when needed.</summary>
public sealed class ClipItems : IDisposable
{
    private readonly PoseFileExtractor poses = new();

    public IReadOnlyList<PrepareItem> Find(string path) => [.. ClipFinder.Find(path).Select(clip => new PrepareItem(clip, ExtractorOf(clip.Path)))];

    public IClipExtractor ExtractorOf(string path) =>
        Path.GetExtension(path).Equals(PoseFile.Extension, StringComparison.OrdinalIgnoreCase) ? poses : throw new NotSupportedException();

    public void Dispose()
    {
    }
}
