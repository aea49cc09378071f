namespace Hasta.Training.Data;

/// <summary>How far training clips are varied. Every draw is one per clip; nothing is random per frame but the noise. Lengths in shoulder widths.</summary>
internal sealed record AugmentationConfig
{
    /// <summary>Chance 0..1 of a mirrored clip: people's webcams flip the picture, and some people sign with the left hand.</summary>
    public double Mirror { get; init; } = 0.4;

    /// <summary>Slowest and fastest tempo, as a factor of the clip's length.</summary>
    public double MinDuration { get; init; } = 0.64;

    public double MaxDuration { get; init; } = 1.57;

    /// <summary>Shift in time, frames either way.</summary>
    public double TimeShift { get; init; } = 4;

    /// <summary>Height of a sine wave that bends time, frames.</summary>
    public double TimeWarp { get; init; } = 2.5;

    /// <summary>Turn in the picture plane, degrees either way.</summary>
    public double Rotation { get; init; } = 15;

    /// <summary>Factor of x and y, each drawn by itself, 1/(1+v)..1+v.</summary>
    public double Scale { get; init; } = 0.22;

    public double Shear { get; init; } = 0.15;

    public double Shift { get; init; } = 0.15;

    /// <summary>Turn of each hand about its wrist, degrees either way.</summary>
    public double HandRotation { get; init; } = 20;

    public double HandScale { get; init; } = 0.25;

    public double HandShift { get; init; } = 0.2;

    /// <summary>Standard deviation of each point in each frame.</summary>
    public double FrameNoise { get; init; } = 0.02;

    /// <summary>Standard deviation of each point's place over the whole clip.</summary>
    public double ClipNoise { get; init; } = 0.03;

    /// <summary>Chance 0..1 that one hand is lost for the whole clip.</summary>
    public double DropHand { get; init; } = 0.08;

    /// <summary>Longest span in which the hands are lost, frames.</summary>
    public int MaskedSpan { get; init; } = 6;

    /// <summary>Chance 0..1 that a clip is blended with another clip of its gloss: someone between two signers. Not where a model looks at pictures, which cannot be blended.</summary>
    public double Blend { get; init; } = 0.5;

    /// <summary>The most that the other clip counts, 0..1.</summary>
    public float BlendShare { get; init; } = 0.4f;

    /// <exception cref="ArgumentException">A value outside its range.</exception>
    public void Validate()
    {
        bool isTime = MinDuration >= 0.1 && MinDuration <= MaxDuration && MaxDuration <= 10;
        bool isChance = Mirror is >= 0 and <= 1 && DropHand is >= 0 and <= 1 && Blend is >= 0 and <= 1 && BlendShare is >= 0 and <= 1;
        double[] amounts =
            [TimeShift, TimeWarp, Rotation, Scale, Shear, Shift, HandRotation, HandScale, HandShift, FrameNoise, ClipNoise, MaskedSpan];
        if (!isTime || !isChance || Array.Exists(amounts, amount => !(amount is >= 0 and <= 1000)))
        {
            throw new ArgumentException("augmentation: times must be in 0.1..10, shortest first, mirror, dropHand, blend and blendShare in 0..1, the others in 0..1000.");
        }
    }
}
