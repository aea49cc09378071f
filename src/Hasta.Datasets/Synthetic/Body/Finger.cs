namespace Hasta.Datasets.Synthetic.Body;

/// <summary>How one of the four fingers is bent.</summary>
/// <param name="Base">Flexion of the knuckle at the palm, 0 straight to 1 at a right angle.</param>
/// <param name="Tip">Flexion of the two joints beyond it, 0 straight to 1 folded.</param>
internal readonly record struct Finger(float Base, float Tip)
{
    public static Finger Straight { get; } = new(0.05f, 0.05f);

    public static Finger Folded { get; } = new(0.95f, 0.95f);

    /// <summary>Bent at the palm only, so that the tips meet the thumb.</summary>
    public static Finger Beaked { get; } = new(0.65f, 0.3f);

    public static Finger Relaxed { get; } = new(0.2f, 0.25f);

    internal static Finger Between(Finger from, Finger to, float fraction) =>
        new(float.Lerp(from.Base, to.Base, fraction), float.Lerp(from.Tip, to.Tip, fraction));
}
