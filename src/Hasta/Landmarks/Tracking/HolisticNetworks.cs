using System.Globalization;
using Hasta.Landmarks.Inference;

namespace Hasta.Landmarks.Tracking;

/// <summary>The loaded networks of MediaPipe's holistic solution. Any number of trackers, on any threads, share one set.</summary>
public sealed class HolisticNetworks : IDisposable
{
    /// <summary>Raised by one whenever the same models and settings would give other landmarks than before.</summary>
    private const int EngineVersion = 1;

    private readonly NetworkSet networks;

    private HolisticNetworks(ModelFiles files, HolisticConfig config)
    {
        Config = config;
        networks = new NetworkSet(files);
        PoseDetection = networks.Load(LandmarkModel.PoseDetection);
        PoseLandmarks = networks.Load(PoseLandmarkModel(config.PoseModel), PoseLandmarker.Outputs);
        HandRecrop = networks.Load(LandmarkModel.HandRecrop);
        HandLandmarks = networks.Load(HandLandmarkModel(config.HandModel), HandLandmarker.Outputs);
        if (config.Face)
        {
            FaceDetection = networks.Load(LandmarkModel.FaceDetectionShortRange);
            FaceLandmarks = networks.Load(LandmarkModel.FaceLandmark);
        }
    }

    public HolisticConfig Config { get; }

    /// <summary>See <see cref="FingerprintOf"/>.</summary>
    public string Fingerprint => FingerprintOf(Config);

    internal LandmarkNetwork PoseDetection { get; }

    internal LandmarkNetwork PoseLandmarks { get; }

    internal LandmarkNetwork HandRecrop { get; }

    internal LandmarkNetwork HandLandmarks { get; }

    /// <summary>Null where the configuration leaves the face out, as is the next.</summary>
    internal LandmarkNetwork? FaceDetection { get; }

    internal LandmarkNetwork? FaceLandmarks { get; }

    /// <summary>Reads and checks the model files; takes about a second.</summary>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    public static HolisticNetworks Load(ModelFiles files, HolisticConfig? config = null)
    {
        config ??= new HolisticConfig();
        config.Validate();
        return new HolisticNetworks(files, config);
    }

    /// <summary>
    /// One line that changes when the landmarks of a clip may: version, models by their hashes, sampling and settings. Landmarks of
    /// different engines do not mix.
    /// </summary>
    public static string FingerprintOf(HolisticConfig config)
    {
        string models = ModelFiles.Fingerprint(ModelsOf(config));
        string face = config.Face ? string.Create(CultureInfo.InvariantCulture, $" face={config.MinFaceDetectionScore}/{config.MinFacePresence}") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"hasta-holistic/{EngineVersion} models={models} sampling=half-pixel-bilinear detection={config.MinDetectionScore} pose={config.MinPosePresence} hand={config.MinHandPresence}{face}");
    }

    public void Dispose() => networks.Dispose();

    private static LandmarkModel[] ModelsOf(HolisticConfig config)
    {
        LandmarkModel[] models =
            [LandmarkModel.PoseDetection, PoseLandmarkModel(config.PoseModel), LandmarkModel.HandRecrop, HandLandmarkModel(config.HandModel)];
        return config.Face ? [.. models, LandmarkModel.FaceDetectionShortRange, LandmarkModel.FaceLandmark] : models;
    }

    private static LandmarkModel PoseLandmarkModel(PoseModel model) => model switch
    {
        PoseModel.Lite => LandmarkModel.PoseLandmarkLite,
        PoseModel.Full => LandmarkModel.PoseLandmarkFull,
        PoseModel.Heavy => LandmarkModel.PoseLandmarkHeavy,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such pose model."),
    };

    private static LandmarkModel HandLandmarkModel(HandModel model) => model switch
    {
        HandModel.Lite => LandmarkModel.HandLandmarkLite,
        HandModel.Full => LandmarkModel.HandLandmarkFull,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such hand model."),
    };
}
