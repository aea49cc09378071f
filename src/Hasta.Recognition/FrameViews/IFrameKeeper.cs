using Hasta.Landmarks.Video;

namespace Hasta.Recognition.FrameViews;

/// <summary>Keeps a few pictures of a clip while its landmarks are found.</summary>
public interface IFrameKeeper : IDisposable
{
    /// <param name="frame">The next one of the clip, whole or scaled down in decoding; its pixels are valid during the call only.</param>
    void Offer(VideoFrame frame);

    /// <param name="name">Names the clip in errors.</param>
    /// <param name="width">Of the clip, in pixels: what its landmarks refer to.</param>
    /// <param name="height">Of the clip, in pixels.</param>
    IKeptFrames Keep(string name, int width, int height);
}
