using System.Globalization;
using System.Text.RegularExpressions;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks;

/// <summary>All that a clip's landmarks depend on beside the clip, as users choose it.</summary>
public sealed partial record LandmarkOptions
{
    public SignerParts Parts { get; init; } = SignerParts.BodyHandsAndFace;

    /// <summary>Not used for hands alone.</summary>
    public PoseModel PoseModel { get; init; } = PoseModel.Full;

    /// <summary>See <see cref="VideoOptions.MaxHeight"/>.</summary>
    public int? MaxHeight { get; init; }

    /// <summary>The part of the picture that is looked at; null for all of it. It belongs to each clip, not to the engine.</summary>
    public PictureRegion? Region { get; init; }

    /// <summary>The name of the engine that looks so: see <see cref="LandmarkExtractor.Fingerprint"/>.</summary>
    public string Engine => LandmarkExtractor.NameOf(
        Parts == SignerParts.Hands ? HandsEngine.FingerprintOf(new HandsConfig()) : HolisticEngine.FingerprintOf(Holistic), MaxHeight);

    private HolisticConfig Holistic => new() { PoseModel = PoseModel, Face = Parts == SignerParts.BodyHandsAndFace };

    /// <summary>
    /// How to look at clips for a model that was trained on an engine's landmarks, without a face. As near to that engine as this version comes:
    /// compare <see cref="EngineName.OfBody"/> of both names.
    /// </summary>
    /// <param name="engine">Null, and those that did not look at videos, give the defaults.</param>
    public static LandmarkOptions ForModelOf(string? engine) => new()
    {
        Parts = engine?.StartsWith(HandsEngine.NameStart, StringComparison.Ordinal) == true ? SignerParts.Hands : SignerParts.BodyAndHands,
        PoseModel = EngineName.PoseModelOf(engine ?? string.Empty) ?? PoseModel.Full,
        MaxHeight = MaxHeightPart().Match(engine ?? string.Empty) is { Success: true } part && int.TryParse(part.Groups[1].Value, CultureInfo.InvariantCulture, out int height) && height > 0 ? height : null,
    };

    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">What the program was built to compute with does not load.</exception>
    public ILandmarkEngine Load(ModelFiles files) =>
        Parts == SignerParts.Hands ? HandsEngine.Load(files) : HolisticEngine.Load(files, Holistic);

    [GeneratedRegex(@" max-height=(\d{1,5})$")]
    private static partial Regex MaxHeightPart();
}
