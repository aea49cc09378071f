using System.Globalization;
using Hasta.Landmarks.Inference;

namespace Hasta.Landmarks.Tracking;

/// <summary>The loaded networks of MediaPipe's holistic solution. Any number of trackers, on any threads, share one set.</summary>
public sealed class HolisticNetworks : IDisposable
{
    /// <summary>Raised by one whenever the same models and settings would give other landmarks than before.</summary>
    private const int EngineVersion = 1;

    private HolisticNetworks(ModelFiles files, HolisticConfig config)
    {
        Config = config;
        PoseDetection = LandmarkNetwork.Load(files, LandmarkModel.PoseDetection);
        PoseLandmarks = LandmarkNetwork.Load(files, PoseLandmarkModel(config.PoseModel), PoseLandmarker.Outputs);
        HandRecrop = LandmarkNetwork.Load(files, LandmarkModel.HandRecrop);
        HandLandmarks = LandmarkNetwork.Load(files, LandmarkModel.HandLandmarkFull, HandLandmarker.Outputs);
    }

    public HolisticConfig Config { get; }

    /// <summary>See <see cref="FingerprintOf"/>.</summary>
    public string Fingerprint => FingerprintOf(Config);

    internal LandmarkNetwork PoseDetection { get; }

    internal LandmarkNetwork PoseLandmarks { get; }

    internal LandmarkNetwork HandRecrop { get; }

    internal LandmarkNetwork HandLandmarks { get; }

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
        string models = ModelFiles.Fingerprint(
            LandmarkModel.PoseDetection, PoseLandmarkModel(config.PoseModel), LandmarkModel.HandRecrop, LandmarkModel.HandLandmarkFull);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"hasta-holistic/{EngineVersion} models={models} sampling=half-pixel-bilinear detection={config.MinDetectionScore} pose={config.MinPosePresence} hand={config.MinHandPresence}");
    }

    public void Dispose()
    {
        PoseDetection.Dispose();
        PoseLandmarks.Dispose();
        HandRecrop.Dispose();
        HandLandmarks.Dispose();
    }

    private static LandmarkModel PoseLandmarkModel(PoseModel model) => model switch
    {
        PoseModel.Lite => LandmarkModel.PoseLandmarkLite,
        PoseModel.Full => LandmarkModel.PoseLandmarkFull,
        PoseModel.Heavy => LandmarkModel.PoseLandmarkHeavy,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such pose model."),
    };
}
