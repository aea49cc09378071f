using System.Globalization;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Body;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Landmarks.MediaPipe;

/// <summary>The loaded networks of MediaPipe's holistic solution.</summary>
internal sealed class HolisticEngine : ILandmarkEngine
{
    /// <summary>Incremented whenever the same models and settings produce different landmarks.</summary>
    private const int EngineVersion = 2;

    private static readonly LandmarkModel[] FaceModels = [LandmarkModel.FaceDetectionShortRange, LandmarkModel.FaceLandmark];
    private readonly NetworkSet networks;

    private HolisticEngine(ModelFiles files, HolisticConfig config)
    {
        Config = config;
        networks = new NetworkSet(files, config.Provider);
        IReadOnlyList<LandmarkNetwork> loaded = networks.Load(
        [
            (LandmarkModel.PoseDetection, []),
            (PoseLandmarker.ModelOf(config.PoseModel), PoseLandmarker.Outputs),
            (LandmarkModel.HandRecrop, []),
            (HandLandmarker.ModelOf(config.HandModel), HandLandmarker.Outputs),
            .. config.Face ? FaceModels.Select(model => (model, (IReadOnlyList<string>)[])) : [],
        ]);
        (PoseDetection, PoseLandmarks, HandRecrop, HandLandmarks) = (loaded[0], loaded[1], loaded[2], loaded[3]);
        if (config.Face)
        {
            (FaceDetection, FaceLandmarks) = (loaded[4], loaded[5]);
        }
    }

    public HolisticConfig Config { get; }

    /// <summary>
    /// Whether hands and face of a frame are processed at the same time: faster for one clip, pointless with a clip per processor.
    /// </summary>
    public bool IsParallel { get; init; }

    /// <inheritdoc/>
    public LandmarkEngineId Id => IdOf(Config);

    internal LandmarkNetwork PoseDetection { get; }

    internal LandmarkNetwork PoseLandmarks { get; }

    internal LandmarkNetwork HandRecrop { get; }

    internal LandmarkNetwork HandLandmarks { get; }

    /// <summary>Null if the configuration omits the face, like <see cref="FaceLandmarks"/>.</summary>
    internal LandmarkNetwork? FaceDetection { get; }

    internal LandmarkNetwork? FaceLandmarks { get; }

    /// <summary>Reads and verifies the model files; takes about a second.</summary>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    /// <exception cref="ExecutionProviderException">The execution provider does not load.</exception>
    public static HolisticEngine Load(ModelFiles files, HolisticConfig? config = null, bool isParallel = false)
    {
        config ??= new HolisticConfig();
        config.Validate();
        return new HolisticEngine(files, config) { IsParallel = isParallel };
    }

    /// <summary>Every combination of models, with the face.</summary>
    internal static IEnumerable<HolisticConfig> Combinations => Enum.GetValues<PoseModel>()
        .SelectMany(_ => Enum.GetValues<HandModel>(), (pose, hand) => new HolisticConfig { PoseModel = pose, HandModel = hand });

    /// <summary>The <see cref="Id"/> of an engine with this configuration.</summary>
    public static LandmarkEngineId IdOf(HolisticConfig config) => new()
    {
        Name = "hasta-holistic",
        Version = EngineVersion,
        Models = ModelFiles.Fingerprint(BodyAndHands(config)),
        Settings = string.Create(
            CultureInfo.InvariantCulture,
            $"sampling=half-pixel-bilinear detection={config.MinDetectionScore} pose={config.MinPosePresence} hand={config.MinHandPresence}"
            + $"{ExecutionProviders.SettingsSuffix(config.Provider)}"),
        Face = config.Face
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{ModelFiles.Fingerprint(FaceModels)}/{config.MinFaceDetectionScore}/{config.MinFacePresence}")
            : null,
    };

    /// <summary>One hash of all models: see <see cref="LandmarkEngineIdConverter"/>.</summary>
    internal static string HashWithFace(HolisticConfig config) => ModelFiles.Fingerprint([.. BodyAndHands(config), .. FaceModels]);

    /// <inheritdoc/>
    public ILandmarkTracker CreateTracker() => new HolisticTracker(this);

    public void Dispose() => networks.Dispose();

    private static LandmarkModel[] BodyAndHands(HolisticConfig config) =>
        [
            LandmarkModel.PoseDetection,
            PoseLandmarker.ModelOf(config.PoseModel),
            LandmarkModel.HandRecrop,
            HandLandmarker.ModelOf(config.HandModel),
        ];
}
