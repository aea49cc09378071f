namespace Hasta.Training.Data;

/// <summary>
/// Ranges of the random variation of training clips. Each value is drawn once per clip; only noise is drawn per frame. Lengths are in
/// shoulder widths.
/// </summary>
internal sealed record AugmentationConfig
{
    /// <summary>Probability 0..1 of mirroring a clip: some webcams flip the frame, and some people sign with the left hand.</summary>
    public double Mirror { get; init; } = 0.4;

    /// <summary>Minimum and maximum factor of the clip's length, which sets the tempo.</summary>
    public double MinDuration { get; init; } = 0.64;

    public double MaxDuration { get; init; } = 1.57;

    /// <summary>Maximum shift in time, in frames in either direction.</summary>
    public double TimeShift { get; init; } = 4;

    /// <summary>Maximum amplitude of a sine wave that warps time, in frames.</summary>
    public double TimeWarp { get; init; } = 2.5;

    /// <summary>Maximum rotation in the frame plane, in degrees in either direction.</summary>
    public double Rotation { get; init; } = 15;

    /// <summary>Scale of x and y, drawn separately from 1/(1+v)..1+v.</summary>
    public double Scale { get; init; } = 0.22;

    public double Shear { get; init; } = 0.15;

    public double Shift { get; init; } = 0.15;

    /// <summary>Maximum rotation of each hand about its wrist, in degrees in either direction.</summary>
    public double HandRotation { get; init; } = 20;

    public double HandScale { get; init; } = 0.25;

    public double HandShift { get; init; } = 0.2;

    /// <summary>Standard deviation of each point in each frame.</summary>
    public double FrameNoise { get; init; } = 0.02;

    /// <summary>Standard deviation of each point's offset over the whole clip.</summary>
    public double ClipNoise { get; init; } = 0.03;

    /// <summary>Probability 0..1 of hiding one hand for the whole clip.</summary>
    public double DropHand { get; init; } = 0.08;

    /// <summary>Maximum span in which both hands are hidden, in frames.</summary>
    public int MaskedSpan { get; init; } = 6;

    /// <summary>
    /// Probability 0..1 of blending a clip with another clip of its gloss, as if signed by someone between the two signers. Not applied to
    /// models that process frames, which cannot be blended.
    /// </summary>
    public double Blend { get; init; } = 0.5;

    /// <summary>Maximum weight 0..1 of the other clip.</summary>
    public float BlendShare { get; init; } = 0.4f;

    /// <summary>
    /// Probability 0..1 of cutting a clip as the live segmenter cuts: see <see cref="Data.LiveCut"/>. Not applied to models that process
    /// frames.
    /// </summary>
    public double LiveCut { get; init; }

    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public void Validate()
    {
        bool areDurations = MinDuration >= 0.1 && MinDuration <= MaxDuration && MaxDuration <= 10;
        bool areFractions = Mirror is >= 0 and <= 1 && DropHand is >= 0 and <= 1 && Blend is >= 0 and <= 1 && BlendShare is >= 0 and <= 1
            && LiveCut is >= 0 and <= 1;
        double[] amounts =
            [TimeShift, TimeWarp, Rotation, Scale, Shear, Shift, HandRotation, HandScale, HandShift, FrameNoise, ClipNoise, MaskedSpan];
        if (!areDurations || !areFractions || Array.Exists(amounts, amount => !(amount is >= 0 and <= 1000)))
        {
            throw new ArgumentException(
                "augmentation: minDuration and maxDuration must be in 0.1..10, in this order, "
                + "mirror, dropHand, blend, blendShare and liveCut in 0..1, all others in 0..1000.");
        }
    }
}
