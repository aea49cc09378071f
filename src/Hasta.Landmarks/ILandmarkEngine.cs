namespace Hasta.Landmarks;

/// <summary>Loaded networks and their settings. Any number of trackers, on any threads, share one engine.</summary>
public interface ILandmarkEngine : IDisposable
{
    /// <summary>
    /// One line that changes when the landmarks of a clip may: version, models by their hashes, sampling and settings. Landmarks of
    /// different engines do not mix.
    /// </summary>
    string Fingerprint { get; }

    /// <returns>A tracker that knows no signer yet; the engine must outlive it.</returns>
    ILandmarkTracker CreateTracker();
}
