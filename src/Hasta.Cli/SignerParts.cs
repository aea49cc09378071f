namespace Hasta.Cli;

/// <summary>What is looked for in videos.</summary>
public enum SignerParts
{
    BodyHandsAndFace,

    /// <summary>All that recognition has a use for.</summary>
    BodyAndHands,

    /// <summary>Without a look at the body, for close-ups.</summary>
    Hands,
}
