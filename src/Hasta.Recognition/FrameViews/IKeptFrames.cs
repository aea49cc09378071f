using Hasta.Landmarks;

namespace Hasta.Recognition.FrameViews;

/// <summary>A few frames of a clip, for models that use video frames; they are read when they are painted.</summary>
public interface IKeptFrames
{
    /// <summary>Size of the clip and of the stored frames, in pixels.</summary>
    (int Width, int Height, int StoredWidth, int StoredHeight) Size { get; }

    /// <summary>Their frame numbers in the clip, from 0, ascending; at least one.</summary>
    IReadOnlyList<int> Numbers { get; }

    /// <summary>Paints the view's frames as the square window around the signer.</summary>
    /// <exception cref="BadFileException">The frames are missing or corrupt.</exception>
    ClipFrames Paint(FramePlacement view);
}
