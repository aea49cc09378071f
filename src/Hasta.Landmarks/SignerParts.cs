namespace Hasta.Landmarks;

/// <summary>What is looked for in clips.</summary>
public enum SignerParts
{
    BodyHandsAndFace,

    /// <summary>All that recognition has a use for.</summary>
    BodyAndHands,

    /// <summary>Without a look at the body, for close-ups.</summary>
    Hands,
}
