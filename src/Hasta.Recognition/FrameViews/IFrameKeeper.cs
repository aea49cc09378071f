using Hasta.Landmarks.Video;

namespace Hasta.Recognition.FrameViews;

/// <summary>Keeps a few frames of a clip while its landmarks are extracted.</summary>
public interface IFrameKeeper : IDisposable
{
    /// <param name="frame">
    /// The next frame of the clip, full-size or scaled down by the decoder; its pixels are valid only during the call.
    /// </param>
    void Offer(VideoFrame frame);

    /// <param name="name">The name of the clip in errors.</param>
    /// <param name="width">Width of the clip in pixels, to which its landmarks refer.</param>
    /// <param name="height">Height of the clip in pixels.</param>
    IKeptFrames ToKeptFrames(string name, int width, int height);
}
