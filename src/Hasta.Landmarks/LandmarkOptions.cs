using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks;

/// <summary>All that a clip's landmarks depend on beside the clip, as users choose it.</summary>
public sealed record LandmarkOptions
{
    public SignerParts Parts { get; init; } = SignerParts.BodyHandsAndFace;

    /// <summary>Not used for hands alone.</summary>
    public PoseModel PoseModel { get; init; } = PoseModel.Full;

    /// <summary>See <see cref="VideoOptions.MaxHeight"/>.</summary>
    public int? MaxHeight { get; init; }

    /// <summary>The part of the picture that is looked at; null for all of it. It belongs to each clip, not to the engine.</summary>
    public PictureRegion? Region { get; init; }

    /// <summary>The id of the engine that these options load: see <see cref="LandmarkExtractor.EngineId"/>.</summary>
    public LandmarkEngineId EngineId => (Parts == SignerParts.Hands ? HandsEngine.IdOf(new HandsConfig()) : HolisticEngine.IdOf(Holistic)) with { MaxHeight = MaxHeight };

    private HolisticConfig Holistic => new() { PoseModel = PoseModel, Face = Parts == SignerParts.BodyHandsAndFace };

    /// <summary>
    /// The options for clips that a model is to recognise, without the face: as near as this version comes to the engine of the model's
    /// training landmarks; <see cref="LandmarkEngineId.IsCompatibleWith"/> says whether they are the same.
    /// </summary>
    /// <param name="engine">Null, and engines that do not read videos, give the defaults.</param>
    public static LandmarkOptions ForModelOf(LandmarkEngineId? engine) => new()
    {
        Parts = engine?.Name == HandsEngine.Name ? SignerParts.Hands : SignerParts.BodyAndHands,
        PoseModel = HolisticEngine.Combinations.FirstOrDefault(config => HolisticEngine.IdOf(config).Models == engine?.Models)?.PoseModel ?? PoseModel.Full,
        MaxHeight = engine?.MaxHeight,
    };

    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">What the program was built to compute with does not load.</exception>
    public ILandmarkEngine Load(ModelFiles files) =>
        Parts == SignerParts.Hands ? HandsEngine.Load(files) : HolisticEngine.Load(files, Holistic);
}
