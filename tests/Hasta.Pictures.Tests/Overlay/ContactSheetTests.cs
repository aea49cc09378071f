using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.Overlay;
using Hasta.TestKit;
using SkiaSharp;

namespace Hasta.Pictures.Tests.Overlay;

[Trait("speed", "slow")]
public sealed class ContactSheetTests : IDisposable
{
    private const int Gap = 8;

    private readonly ClipFolder clips = new();
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData(40, 4, 3)]
    [InlineData(12, 4, 3)]
    [InlineData(5, 4, 2)]
    [InlineData(2, 2, 1)]
    public async Task Up_to_twelve_frames_are_laid_out_in_rows_of_four(int frames, int columns, int rows)
    {
        using SKBitmap sheet = await SheetAsync(clips.Counted("a.mp4", frames));

        Assert.Equal((Gap + (columns * (48 + Gap)), Gap + (rows * (32 + Gap))), (sheet.Width, sheet.Height));
    }

    [Fact]
    public async Task Tiles_span_the_whole_clip_in_order()
    {
        using SKBitmap sheet = await SheetAsync(clips.Counted("a.mp4", 48));

        int[] numbers = [.. Enumerable.Range(0, 12).Select(tile => Number(sheet, tile))];

        Assert.Equal(Enumerable.Range(0, 12).Select(tile => 2 + (4 * tile)), numbers);
    }

    [Theory]
    [InlineData(1920, 1080, 4, 590, 332)]
    [InlineData(1080, 1920, 6, 390, 693)]
    [InlineData(640, 480, 4, 590, 442)]
    [InlineData(48, 32, 4, 48, 32)]
    [InlineData(8000, 3, 4, 590, 1)]
    [InlineData(3, 8000, 6, 1, 1000)]
    public void Tiles_keep_the_aspect_ratio_of_the_clip_and_are_never_enlarged(
        int width,
        int height,
        int columns,
        int tileWidth,
        int tileHeight)
    {
        var layout = new SheetLayout(width, height);

        Assert.Equal(new SKSizeI(tileWidth, tileHeight), layout.Tile);
        Assert.Equal(Gap + (columns * (tileWidth + Gap)), layout.SheetOf(SheetLayout.Tiles).Width);
        Assert.InRange(layout.SheetOf(SheetLayout.Tiles).Width, 1, 2400);
    }

    [Fact]
    public async Task Without_a_commit_no_file_is_left()
    {
        VideoInfo clip = await VideoInfo.ReadAsync(clips.Counted("a.mp4", 3), TestContext.Current.CancellationToken);
        await using (new ContactSheet(folder.At("a.png"), clip))
        {
            Assert.Single(Directory.GetFiles(folder.Path));
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(0.04, "0.04 s")]
    [InlineData(59.5, "59.50 s")]
    [InlineData(59.999, "1:00.0")]
    [InlineData(60, "1:00.0")]
    [InlineData(3725.25, "62:05.2")]
    public void Times_are_written_in_seconds_or_minutes(double seconds, string text) =>
        Assert.Equal(text, TimeStamp.Text(TimeSpan.FromSeconds(seconds)));

    public void Dispose()
    {
        clips.Dispose();
        folder.Dispose();
    }

    private async Task<SKBitmap> SheetAsync(string path)
    {
        VideoInfo clip = await VideoInfo.ReadAsync(path, TestContext.Current.CancellationToken);
        await using var sheet = new ContactSheet(folder.At("a.png"), clip);
        await foreach (VideoFrame frame in VideoReader.ReadAsync(clip, new VideoOptions(), TestContext.Current.CancellationToken))
        {
            await sheet.AddAsync(new TrackedFrame(frame, LandmarkFrame.Empty(frame.Time)), TestContext.Current.CancellationToken);
        }

        await sheet.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal([folder.At("a.png")], Directory.GetFiles(folder.Path));
        return SKBitmap.Decode(folder.At("a.png"));
    }

    /// <summary>Reads the number that <see cref="ClipFolder.Counting"/> painted, away from the time stamp.</summary>
    private static int Number(SKBitmap sheet, int tile)
    {
        SKColor colour = sheet.GetPixel(Gap + (tile % 4 * (48 + Gap)) + 40, Gap + (tile / 4 * (32 + Gap)) + 4);
        return (int)Math.Round(colour.Green * 219 / 255.0 / 4);
    }
}
