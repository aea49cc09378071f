using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Face;

/// <summary>Finds the face in the region of a frame that the pose indicates.</summary>
/// <remarks>Constants from MediaPipe's modules/face_detection/face_detection.pbtxt and face_detection_short_range.pbtxt.</remarks>
internal sealed class FaceDetector(LandmarkNetwork network, float minScore)
{
    private const float MinOverlap = 0.3f;

    private static readonly SsdFormat Format = new() { InputSize = 128, Black = -1, Strides = [8, 16, 16, 16], PointCount = 6 };

    private readonly SsdDetector detector = new(network, Format, minScore);

    /// <returns>The face's region, or null if no face is seen.</returns>
    public RotatedRegion? Detect(VideoFrame frame, RotatedRegion region) =>
        WeightedSuppression.Merge(detector.Detect(frame, region), MinOverlap).FirstOrDefault() is { } face
            ? FaceRegion.FromDetection([.. face.Points.Select(region.Project)])
            : null;
}
