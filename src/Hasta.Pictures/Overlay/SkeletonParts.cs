using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>
/// How each part is drawn. The signer's left hand is blue and the right orange, which all common types of colour blindness can distinguish;
/// fingers range from light (thumb) to dark (little finger).
/// </summary>
internal static class SkeletonParts
{
    private const int JointsPerFinger = 4;

    private static readonly SKColor Bone = new(245, 245, 240);
    private static readonly SKColor Features = new(255, 244, 214);

    private static readonly SKColor[] Blues =
        [new(86, 180, 233), new(178, 235, 255), new(120, 216, 255), new(66, 188, 255), new(38, 150, 245), new(64, 116, 232)];

    private static readonly SKColor[] Oranges =
        [new(245, 160, 40), new(255, 236, 140), new(255, 210, 80), new(255, 176, 40), new(255, 138, 30), new(240, 96, 30)];

    // The bridge and base of the nose, which MediaPipe's contours do not contain: they show which way the head is turned.
    private static readonly (ushort From, ushort To)[] Nose =
        [(168, 6), (6, 197), (197, 195), (195, 5), (5, 4), (98, 97), (97, 2), (2, 326), (326, 327)];

    private static readonly IReadOnlyList<PoseComponent> Components = HolisticComponents.Header(1, 1, withFace: true).Components;

    public static SkeletonPart Pose { get; } = new()
    {
        Limbs = LimbsOf(HolisticComponents.Pose),
        ColourOf = _ => Bone,
        Thickness = 0.009f,
        MaxThickness = 0.0065f,
        Dots = 1.05f,
    };

    public static SkeletonPart LeftHand { get; } = Hand(HolisticComponents.LeftHand, Blues);

    public static SkeletonPart RightHand { get; } = Hand(HolisticComponents.RightHand, Oranges);

    public static SkeletonPart Face { get; } = new()
    {
        Limbs = [.. LimbsOf(HolisticComponents.Face), .. Nose],
        ColourOf = _ => Features,
        Thickness = 0.0075f,
        MaxThickness = 0.0025f,
        Dots = 0,
    };

    private static SkeletonPart Hand(string component, SKColor[] shades) => new()
    {
        Limbs = LimbsOf(component),
        ColourOf = point => point == HandPoint.Wrist ? shades[0] : shades[1 + ((point - HandPoint.ThumbCmc) / JointsPerFinger)],
        Thickness = 0.026f,
        MaxThickness = 0.006f,
        Dots = 1.05f,
    };

    private static IReadOnlyList<(ushort From, ushort To)> LimbsOf(string component) =>
        Components.Single(found => found.Name == component).Limbs;
}
