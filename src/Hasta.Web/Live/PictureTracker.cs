using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Recognition.Live.Hints;

namespace Hasta.Web.Live;

/// <summary>Finds landmarks, and what hints need, in the JPEG frames of one stream.</summary>
internal sealed class PictureTracker(ILandmarkTracker tracker)
{
    private readonly PeopleCounter people = new(tracker);

    /// <exception cref="StreamException">The JPEG is damaged or too large.</exception>
    public TrackedPicture Track(FrameMessage message)
    {
        VideoFrame picture = JpegPicture.Decode(message.Time, message.Payload);
        people.Add(picture);
        LandmarkFrame landmarks = tracker.Track(picture);
        return new TrackedPicture(landmarks, picture.Width, picture.Height, Lighting.Of(picture, landmarks), people.Count);
    }

    /// <summary>Forgets the signer.</summary>
    public void Reset() => tracker.Reset();
}
