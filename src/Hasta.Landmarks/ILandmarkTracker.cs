using Hasta.Landmarks.Video;

namespace Hasta.Landmarks;

/// <summary>Follows the landmarks of one signer from frame to frame. One tracker per clip or camera, for one thread at a time.</summary>
/// <remarks>Where it looks depends on the frames before and on their time stamps: feed the frames in order, with their real times.</remarks>
public interface ILandmarkTracker
{
    /// <summary>Who was seen in the first frame; null before it, and where no bodies are looked for.</summary>
    PeopleAtStart? People => null;

    /// <returns>
    /// Points in pixels of the frame. All of a part are missing where it is not seen; a point that is seen, however faintly, has a
    /// confidence above 0.
    /// </returns>
    LandmarkFrame Track(VideoFrame frame);

    /// <summary>Forgets the signer, as before another clip.</summary>
    void Reset();
}
