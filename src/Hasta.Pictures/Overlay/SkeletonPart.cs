using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>How one part of the body is drawn.</summary>
internal sealed record SkeletonPart
{
    /// <summary>Pairs of points, counted from the part's first.</summary>
    public required IReadOnlyList<(ushort From, ushort To)> Limbs { get; init; }

    /// <summary>The colour of a point, and of a limb that ends in it.</summary>
    public required Func<int, SKColor> ColourOf { get; init; }

    /// <summary>Line width as a fraction of the part's own size, so that a hand far off stays legible.</summary>
    public required float Thickness { get; init; }

    /// <summary>Line width as a fraction of the picture's height, at most.</summary>
    public required float MaxThickness { get; init; }

    /// <summary>Radius of the dots in line widths; 0 for none.</summary>
    public required float Dots { get; init; }
}
