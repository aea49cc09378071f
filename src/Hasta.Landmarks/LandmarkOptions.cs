using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks;

/// <summary>Everything besides the clip that its landmarks depend on, as chosen by the user.</summary>
public sealed record LandmarkOptions
{
    public SignerParts Parts { get; init; } = SignerParts.BodyHandsAndFace;

    /// <summary>Not used for <see cref="SignerParts.Hands"/>.</summary>
    public PoseModel PoseModel { get; init; } = PoseModel.Full;

    /// <summary>See <see cref="VideoOptions.MaxHeight"/>.</summary>
    public int? MaxHeight { get; init; }

    /// <summary>
    /// The region of the frame that is processed; null for the whole frame. It is a property of the clip, not of the engine.
    /// </summary>
    public FrameRegion? Region { get; init; }

    /// <summary>
    /// Whether the hands and the face of a frame are processed on several processors at a time. The landmarks are the same; it pays for one
    /// clip or a camera, not if a clip per processor is extracted already.
    /// </summary>
    public bool IsParallel { get; init; }

    /// <summary>The id of the engine that these options load: see <see cref="LandmarkExtractor.EngineId"/>.</summary>
    public LandmarkEngineId EngineId =>
        (Parts == SignerParts.Hands ? HandsEngine.IdOf(new HandsConfig()) : HolisticEngine.IdOf(Holistic)) with { MaxHeight = MaxHeight };

    private HolisticConfig Holistic => new() { PoseModel = PoseModel, Face = Parts == SignerParts.BodyHandsAndFace };

    /// <summary>
    /// The options for clips that a model will recognise, without the face: the closest match in this version to the engine of the model's
    /// training landmarks; <see cref="LandmarkEngineId.IsCompatibleWith"/> returns whether they are equivalent.
    /// </summary>
    /// <param name="engine">Null and engines that do not read videos select the defaults.</param>
    public static LandmarkOptions ForModelOf(LandmarkEngineId? engine) => new()
    {
        Parts = engine?.Name == HandsEngine.Name ? SignerParts.Hands : SignerParts.BodyAndHands,
        PoseModel = HolisticEngine.Combinations
            .FirstOrDefault(config => HolisticEngine.IdOf(config).Models == engine?.Models)?.PoseModel ?? PoseModel.Full,
        MaxHeight = engine?.MaxHeight,
    };

    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ExecutionProviderException">The execution provider that the program was built for does not load.</exception>
    public ILandmarkEngine Load(ModelFiles files) =>
        Parts == SignerParts.Hands ? HandsEngine.Load(files) : HolisticEngine.Load(files, Holistic, IsParallel);
}
