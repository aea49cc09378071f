using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>
/// A PNG of twelve evenly chosen frames (all frames of a shorter clip), each with its skeleton and time; at most 2400 pixels wide.
/// </summary>
internal sealed class ContactSheet : IOverlayWriter
{
    public const string Extension = ".png";

    private const float StampInTiles = 0.042f;
    private const float MinStampHeight = 9;
    private static readonly SKColor Background = new(28, 28, 32);

    private readonly PendingFile file;
    private readonly SheetLayout layout;
    private readonly RgbBitmap picture;
    private readonly EvenSample<SKBitmap> tiles = new(SheetLayout.Tiles);

    /// <param name="path">The file to write; it exists only after <see cref="CommitAsync"/>.</param>
    /// <param name="clip">The clip whose frames are drawn.</param>
    /// <exception cref="IOException">The folder is not writable.</exception>
    public ContactSheet(string path, VideoInfo clip)
    {
        file = new PendingFile(path);
        layout = new SheetLayout(clip.Width, clip.Height);
        picture = new RgbBitmap(clip.Width, clip.Height);
    }

    public Task AddAsync(TrackedFrame frame, CancellationToken cancellationToken = default)
    {
        tiles.Offer(() => Tile(frame));
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<SKBitmap> chosen = tiles.Choose();
        SKSizeI size = layout.SheetOf(chosen.Count);
        using var sheet = new SKBitmap(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(Background);
            foreach ((int i, SKBitmap tile) in chosen.Index())
            {
                canvas.DrawBitmap(tile, layout.Place(i));
            }
        }

        // Encodes in memory: an exception for a full disk must not pass through Skia's native stack frames, which would end the process.
        using SKData png = sheet.Encode(SKEncodedImageFormat.Png, quality: 100);
        file.Stream.Write(png.AsSpan());
        file.Commit();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        picture.Dispose();
        tiles.Dispose();
        return ValueTask.CompletedTask;
    }

    // The skeleton is drawn on the scaled-down tile, so that its lines stay sharp.
    private SKBitmap Tile(TrackedFrame frame)
    {
        picture.Load(frame.Frame.Rgb.Span);
        var tile = new SKBitmap(layout.Tile.Width, layout.Tile.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        picture.Bitmap.ScalePixels(tile, SKFilterQuality.Medium);
        using var canvas = new SKCanvas(tile);
        canvas.Save();
        canvas.Scale(layout.Scale);
        Skeleton.Paint(canvas, new DrawingScale(frame.Frame.Height, 1 / layout.Scale), frame.Landmarks);
        canvas.Restore();
        float stampHeight = Math.Max(MinStampHeight, StampInTiles * Math.Min(tile.Width, tile.Height));
        TimeStamp.Paint(canvas, frame.Frame.Time, new SKPoint(0, tile.Height), stampHeight);
        return tile;
    }
}
