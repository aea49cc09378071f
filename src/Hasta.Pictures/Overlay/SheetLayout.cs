using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>Where the tiles of a contact sheet lie. Tiles keep the clip's shape and are never larger than its frames.</summary>
internal sealed record SheetLayout
{
    /// <summary>Tiles on a full sheet.</summary>
    public const int Tiles = 12;

    private const int MaxWidth = 2400;
    private const int MaxTileHeight = 1000;
    private const int Gap = 8;

    private readonly int columns;

    /// <param name="width">Of the clip, in pixels.</param>
    /// <param name="height">Of the clip, in pixels.</param>
    public SheetLayout(int width, int height)
    {
        columns = width >= height ? 4 : 6;
        int widest = (MaxWidth - ((columns + 1) * Gap)) / columns;
        Scale = Math.Min(1, Math.Min(widest / (float)width, MaxTileHeight / (float)height));
        Tile = new SKSizeI(Math.Max(1, (int)MathF.Round(width * Scale)), Math.Max(1, (int)MathF.Round(height * Scale)));
    }

    /// <summary>Pixels of a tile for one of the clip, at most 1.</summary>
    public float Scale { get; }

    /// <summary>Pixels.</summary>
    public SKSizeI Tile { get; }

    public SKSizeI SheetOf(int tiles)
    {
        int rows = (tiles + columns - 1) / columns;
        return new SKSizeI(Gap + (Math.Min(tiles, columns) * (Tile.Width + Gap)), Gap + (rows * (Tile.Height + Gap)));
    }

    /// <summary>Upper left corner of a tile.</summary>
    public SKPointI Place(int tile) =>
        new(Gap + (tile % columns * (Tile.Width + Gap)), Gap + (tile / columns * (Tile.Height + Gap)));
}
