namespace Hasta.Datasets.Synthetic.Body;

/// <summary>The shape of a hand, without its place or orientation.</summary>
/// <param name="Thumb">The thumb.</param>
/// <param name="Index">The index finger.</param>
/// <param name="Middle">The middle finger.</param>
/// <param name="Ring">The ring finger.</param>
/// <param name="Pinky">The little finger.</param>
/// <param name="Spread">How far the fingers fan out, 0 closed to 1 wide.</param>
internal sealed record HandShape(Thumb Thumb, Finger Index, Finger Middle, Finger Ring, Finger Pinky, float Spread)
{
    /// <summary>All fingers straight and together, the thumb next to them.</summary>
    public static HandShape Flat { get; } = Even(Thumb.Along, Finger.Straight, 0.1f);

    /// <summary>All fingers straight and fanned out.</summary>
    public static HandShape Open { get; } = Even(Thumb.Out, Finger.Straight, 1);

    public static HandShape Fist { get; } = Even(Thumb.Over, Finger.Folded, 0);

    /// <summary>A fist with the thumb up.</summary>
    public static HandShape ThumbUp { get; } = Even(Thumb.Out, Finger.Folded, 0);

    /// <summary>Only the index finger straight.</summary>
    public static HandShape Point { get; } = Fist with { Index = Finger.Straight };

    /// <summary>Index and middle finger straight, in a V.</summary>
    public static HandShape Vee { get; } = Fist with { Index = Finger.Straight, Middle = Finger.Straight, Spread = 0.9f };

    /// <summary>Thumb and little finger straight.</summary>
    public static HandShape Horns { get; } = ThumbUp with { Pinky = Finger.Straight, Spread = 0.7f };

    /// <summary>All finger tips together at the thumb.</summary>
    public static HandShape Beak { get; } = Even(Thumb.Opposed, Finger.Beaked, 0);

    /// <summary>The hand of someone who is not signing.</summary>
    public static HandShape Relaxed { get; } = Even(Thumb.Along, Finger.Relaxed, 0.25f);

    internal static HandShape Between(HandShape from, HandShape to, float fraction) => new(
        Thumb.Between(from.Thumb, to.Thumb, fraction),
        Finger.Between(from.Index, to.Index, fraction),
        Finger.Between(from.Middle, to.Middle, fraction),
        Finger.Between(from.Ring, to.Ring, fraction),
        Finger.Between(from.Pinky, to.Pinky, fraction),
        float.Lerp(from.Spread, to.Spread, fraction));

    private static HandShape Even(Thumb thumb, Finger finger, float spread) => new(thumb, finger, finger, finger, finger, spread);
}
