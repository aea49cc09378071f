using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>How one body part is drawn.</summary>
internal sealed record SkeletonPart
{
    /// <summary>Pairs of point indices within the part.</summary>
    public required IReadOnlyList<(ushort From, ushort To)> Limbs { get; init; }

    /// <summary>The colour of a point and of a limb that ends at it.</summary>
    public required Func<int, SKColor> ColourOf { get; init; }

    /// <summary>Line width as a fraction of the part's size, so that a distant hand stays legible.</summary>
    public required float Thickness { get; init; }

    /// <summary>Maximum line width as a fraction of the frame height.</summary>
    public required float MaxThickness { get; init; }

    /// <summary>Radius of the dots in line widths; 0 for none.</summary>
    public required float Dots { get; init; }
}
