using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Encoders;

namespace Hasta.Pictures.Overlay;

/// <summary>Writes the whole clip with its skeleton as an mp4 without sound.</summary>
internal sealed class OverlayVideo : IOverlayWriter
{
    public const string Extension = ".mp4";

    private readonly VideoWriter writer;
    private readonly SkeletonPainter painter;

    private OverlayVideo(VideoWriter writer, VideoInfo clip)
    {
        this.writer = writer;
        painter = new SkeletonPainter(clip.Width, clip.Height);
    }

    /// <inheritdoc cref="VideoWriter.CreateAsync"/>
    public static async Task<OverlayVideo> CreateAsync(
        string path,
        VideoInfo clip,
        VideoOptions options,
        CancellationToken cancellationToken = default) =>
        new(await VideoWriter.CreateAsync(path, clip, options, cancellationToken), clip);

    public Task AddAsync(TrackedFrame frame, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(painter.Paint(frame.Frame, frame.Landmarks), cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken = default) => writer.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        painter.Dispose();
    }
}
