using System.Globalization;
using Hasta.Landmarks.Inference;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>The loaded networks of MediaPipe's hands solution, which needs no body.</summary>
internal sealed class HandsEngine : ILandmarkEngine
{
    internal const string Name = "hasta-hands";

    /// <summary>Incremented whenever the same models and settings produce different landmarks.</summary>
    private const int EngineVersion = 1;

    private readonly NetworkSet networks;

    private HandsEngine(ModelFiles files, HandsConfig config)
    {
        Config = config;
        networks = new NetworkSet(files, config.Provider);
        IReadOnlyList<LandmarkNetwork> loaded = networks.Load(
            (PalmDetector.ModelOf(config.PalmModel), []),
            (HandLandmarker.ModelOf(config.HandModel), HandLandmarker.Outputs));
        (PalmDetection, HandLandmarks) = (loaded[0], loaded[1]);
    }

    public HandsConfig Config { get; }

    /// <inheritdoc/>
    public LandmarkEngineId Id => IdOf(Config);

    internal LandmarkNetwork PalmDetection { get; }

    internal LandmarkNetwork HandLandmarks { get; }

    /// <summary>Reads and verifies the model files.</summary>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    /// <exception cref="ExecutionProviderException">The execution provider does not load.</exception>
    public static HandsEngine Load(ModelFiles files, HandsConfig? config = null)
    {
        config ??= new HandsConfig();
        config.Validate();
        return new HandsEngine(files, config);
    }

    /// <summary>The <see cref="Id"/> of an engine with this configuration.</summary>
    public static LandmarkEngineId IdOf(HandsConfig config) => new()
    {
        Name = Name,
        Version = EngineVersion,
        Models = ModelFiles.Fingerprint(PalmDetector.ModelOf(config.PalmModel), HandLandmarker.ModelOf(config.HandModel)),
        Settings = string.Create(
            CultureInfo.InvariantCulture,
            $"sampling=half-pixel-bilinear palm={config.MinPalmScore} hand={config.MinHandPresence}"
            + $"{ExecutionProviders.SettingsSuffix(config.Provider)}"),
    };

    /// <inheritdoc/>
    public ILandmarkTracker CreateTracker() => new BodylessHandsTracker(this);

    public void Dispose() => networks.Dispose();
}
