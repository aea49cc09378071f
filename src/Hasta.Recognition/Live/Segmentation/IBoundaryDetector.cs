using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>Finds where signs begin and end in a stream without gaps.</summary>
internal interface IBoundaryDetector
{
    /// <param name="frame">Later than the frame before.</param>
    /// <returns>What it shows, in order of time.</returns>
    IEnumerable<Boundary> Add(LandmarkFrame frame);

    /// <summary>Forgets the stream.</summary>
    void Reset();
}
