using Hasta.Landmarks;

namespace Hasta.Recognition.FrameViews;

/// <summary>A few pictures of a clip, for models that look at pictures; they are read when they are painted.</summary>
public interface IKeptFrames
{
    /// <summary>Of the clip and of the stored pictures, in pixels.</summary>
    (int Width, int Height, int StoredWidth, int StoredHeight) Size { get; }

    /// <summary>Which frames of the clip they show, from 0, ascending; at least one.</summary>
    IReadOnlyList<int> Numbers { get; }

    /// <summary>Paints the view's frames as the square window about the signer.</summary>
    /// <exception cref="BadFileException">The pictures have gone, or are damaged.</exception>
    ClipPictures Paint(FramePlacement view);
}
