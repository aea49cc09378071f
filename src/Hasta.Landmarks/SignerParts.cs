namespace Hasta.Landmarks;

/// <summary>The parts of the signer that are detected.</summary>
public enum SignerParts
{
    BodyHandsAndFace,

    /// <summary>Everything that recognition uses.</summary>
    BodyAndHands,

    /// <summary>Without detecting the body, for close-ups.</summary>
    Hands,
}
