namespace Hasta.Landmarks;

/// <summary>Loaded networks and their settings. Any number of trackers, on any threads, can share one engine.</summary>
public interface ILandmarkEngine : IDisposable
{
    /// <summary>Changes when the landmarks of a clip may change.</summary>
    LandmarkEngineId Id { get; }

    /// <returns>A new tracker without a signer; the engine must outlive it.</returns>
    ILandmarkTracker CreateTracker();
}
