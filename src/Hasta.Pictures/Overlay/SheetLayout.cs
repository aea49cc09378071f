using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>The positions of tiles on a contact sheet. Tiles have the clip's aspect ratio and are never larger than its frames.</summary>
internal sealed record SheetLayout
{
    /// <summary>Tiles on a full sheet.</summary>
    public const int Tiles = 12;

    private const int MaxWidth = 2400;
    private const int MaxTileHeight = 1000;
    private const int Gap = 8;

    private readonly int columns;

    /// <param name="width">Frame width of the clip in pixels.</param>
    /// <param name="height">Frame height of the clip in pixels.</param>
    public SheetLayout(int width, int height)
    {
        columns = width >= height ? 4 : 6;
        int maxTileWidth = (MaxWidth - ((columns + 1) * Gap)) / columns;
        Scale = Math.Min(1, Math.Min(maxTileWidth / (float)width, MaxTileHeight / (float)height));
        Tile = new SKSizeI(Math.Max(1, (int)MathF.Round(width * Scale)), Math.Max(1, (int)MathF.Round(height * Scale)));
    }

    /// <summary>Pixels of a tile per pixel of the clip, at most 1.</summary>
    public float Scale { get; }

    /// <summary>Size of a tile in pixels.</summary>
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
