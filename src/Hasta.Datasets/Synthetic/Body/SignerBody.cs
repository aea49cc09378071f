namespace Hasta.Datasets.Synthetic.Body;

/// <summary>A signer's build. The unit is the distance between the shoulder joints.</summary>
internal sealed record SignerBody
{
    public required float UpperArm { get; init; }

    public required float Forearm { get; init; }

    /// <summary>From the wrist to the tip of the middle finger.</summary>
    public required float Hand { get; init; }

    /// <summary>Height of the nose above the shoulders.</summary>
    public required float Neck { get; init; }

    /// <summary>From the shoulders to the hips.</summary>
    public required float Torso { get; init; }
}
