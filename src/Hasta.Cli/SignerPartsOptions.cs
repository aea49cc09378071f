using System.CommandLine;

namespace Hasta.Cli;

/// <summary>The options that tell <see cref="SignerParts"/>.</summary>
public static class SignerPartsOptions
{
    public static Option<bool> NoFace { get; } = new("--no-face") { Description = "Leave out the 468 points of the face: less time, a seventh of the disk space." };

    public static Option<bool> HandsOnly { get; } = new("--hands-only") { Description = "Look for hands alone, as in close-ups without a visible body." };

    public static SignerParts Of(ParseResult parsed) =>
        parsed.GetValue(HandsOnly) ? SignerParts.Hands
        : parsed.GetValue(NoFace) ? SignerParts.BodyAndHands
        : SignerParts.BodyHandsAndFace;
}
