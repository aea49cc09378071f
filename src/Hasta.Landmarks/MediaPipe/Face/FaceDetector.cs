using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Face;

/// <summary>Finds the face in the part of a frame where the pose says that it is.</summary>
/// <remarks>Constants from MediaPipe's modules/face_detection/face_detection.pbtxt and face_detection_short_range.pbtxt.</remarks>
internal sealed class FaceDetector(LandmarkNetwork network, float minScore)
{
    private const float MinOverlap = 0.3f;

    private static readonly SsdFormat Format = new() { InputSize = 128, Black = -1, Strides = [8, 16, 16, 16], PointCount = 6 };

    private readonly SsdDetector detector = new(network, Format, minScore);

    /// <returns>The face's region, or null where no face is seen.</returns>
    public RotatedRegion? Detect(VideoFrame frame, RotatedRegion where) =>
        WeightedSuppression.Merge(detector.Detect(frame, where), MinOverlap).FirstOrDefault() is { } face
            ? FaceRegion.FromDetection([.. face.Points.Select(where.Project)])
            : null;
}
