using System.CommandLine;
using Hasta.Landmarks.Tracking;

namespace Hasta.Cli;

/// <summary>The options that tell <see cref="LandmarkSettings"/>.</summary>
public static class SignerPartsOptions
{
    public static Option<bool> NoFace { get; } = new("--no-face") { Description = "Leave out the 468 points of the face: less time, a seventh of the disk space." };

    public static Option<bool> HandsOnly { get; } = new("--hands-only") { Description = "Look for hands alone, as in close-ups without a visible body." };

    public static Option<PoseModel> PoseModel { get; } = new("--pose-model") { Description = "MediaPipe's network for the body: lite, full or heavy.", DefaultValueFactory = _ => Landmarks.Tracking.PoseModel.Full };

    public static Option<int?> MaxHeight { get; } = new("--max-height") { Description = "Scale frames down to so many pixels, such as 540, before they are looked at; landmarks stay in pixels of the clip." };

    /// <exception cref="UsageException">Values that cannot be.</exception>
    public static LandmarkSettings Of(ParseResult parsed) => new()
    {
        Parts = parsed.GetValue(HandsOnly) ? SignerParts.Hands : parsed.GetValue(NoFace) ? SignerParts.BodyAndHands : SignerParts.BodyHandsAndFace,
        PoseModel = parsed.GetValue(PoseModel),
        MaxHeight = parsed.GetValue(MaxHeight) is null or > 0 ? parsed.GetValue(MaxHeight) : throw new UsageException("--max-height must be above 0."),
    };
}
