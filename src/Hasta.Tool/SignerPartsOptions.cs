using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Tool;

/// <summary>The command-line options for <see cref="LandmarkOptions"/>.</summary>
internal static class SignerPartsOptions
{
    public static Option<bool> NoFace { get; } = new("--no-face")
    {
        Description = "Leave out the 468 landmarks of the face: faster, a seventh of the disk space.",
    };

    public static Option<bool> HandsOnly { get; } = new("--hands-only")
    {
        Description = "Find only hands, for close-ups without a visible body.",
    };

    public static Option<PoseModel> PoseModel { get; } = new("--pose-model")
    {
        Description = "MediaPipe's network for the body: lite, full or heavy.",
        DefaultValueFactory = _ => Landmarks.PoseModel.Full,
    };

    public static Option<int?> MaxHeight { get; } = new("--max-height")
    {
        Description = "Scale frames down to this height in pixels, such as 540, before processing. Landmarks stay in pixels of the clip.",
    };

    public static Option<string?> Region { get; } = new("--region")
    {
        Description = "Process only this region of the frame, as x,y,w,h in pixels or in fractions up to 1. For clips of several people.",
    };

    /// <exception cref="UsageException">A value is out of range.</exception>
    public static LandmarkOptions Parse(ParseResult parsed) => new()
    {
        Parts = parsed.GetValue(HandsOnly) ? SignerParts.Hands
            : parsed.GetValue(NoFace) ? SignerParts.BodyAndHands
            : SignerParts.BodyHandsAndFace,
        PoseModel = parsed.GetValue(PoseModel),
        Region = RegionOf(parsed),
        MaxHeight = parsed.GetValue(MaxHeight) is null or > 0
            ? parsed.GetValue(MaxHeight)
            : throw new UsageException("--max-height must be above 0."),
    };

    /// <exception cref="UsageException">The value is not a region.</exception>
    public static FrameRegion? RegionOf(ParseResult parsed) => parsed.GetValue(Region) is { } text
        ? FrameRegion.Parse(text) ?? throw new UsageException(
            $"--region {text} is not a region: give x,y,w,h in pixels, such as 0,0,640,720, or in fractions, such as 0,0,0.5,1.")
        : null;
}
