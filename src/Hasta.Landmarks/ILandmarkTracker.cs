using Hasta.Landmarks.Video;

namespace Hasta.Landmarks;

/// <summary>Tracks the landmarks of one signer from frame to frame. Use one tracker per clip or camera, on one thread at a time.</summary>
/// <remarks>
/// The search region depends on the previous frames and their timestamps, so frames must be passed in order, with their real times.
/// </remarks>
public interface ILandmarkTracker
{
    /// <summary>The people seen in the first frame; null before it, and if bodies are not detected.</summary>
    PeopleAtStart? People => null;

    /// <returns>
    /// Points in pixels of the frame. All points of a part are missing if it is not seen; a point that is seen, however faintly, has a
    /// confidence above 0.
    /// </returns>
    LandmarkFrame Track(VideoFrame frame);

    /// <summary>Counts the people in a frame, whoever is tracked. It does not affect tracking.</summary>
    /// <returns>Null if bodies are not detected.</returns>
    int? CountPeople(VideoFrame frame) => null;

    /// <summary>Discards the signer. Call it before another clip.</summary>
    void Reset();
}
