namespace Hasta.Datasets.Synthetic.Body;

/// <summary>How the thumb is held.</summary>
/// <param name="Away">0 along the side of the palm to 1 stretched out from it.</param>
/// <param name="Across">0 in the plane of the palm to 1 in front of it.</param>
/// <param name="Bend">Flexion of its two outer joints, 0..1.</param>
internal readonly record struct Thumb(float Away, float Across, float Bend)
{
    public static Thumb Out { get; } = new(1, 0.1f, 0);

    public static Thumb Along { get; } = new(0.35f, 0.1f, 0.1f);

    /// <summary>Folded over the fingers of a fist.</summary>
    public static Thumb Over { get; } = new(0.35f, 0.75f, 0.8f);

    /// <summary>In front of the palm, its tip towards the finger tips.</summary>
    public static Thumb Opposed { get; } = new(0.4f, 0.85f, 0.15f);

    internal static Thumb Between(Thumb from, Thumb to, float fraction) => new(
        float.Lerp(from.Away, to.Away, fraction), float.Lerp(from.Across, to.Across, fraction), float.Lerp(from.Bend, to.Bend, fraction));
}
