using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>Finds the person with the highest score in a whole frame. Runs only while no person is tracked.</summary>
/// <remarks>
/// Constants from MediaPipe's modules/pose_detection/pose_detection_gpu.pbtxt and modules/pose_landmark/pose_detection_to_roi.pbtxt.
/// </remarks>
internal sealed class PoseDetector(LandmarkNetwork network, float minScore)
{
    private const float MinOverlap = 0.3f;

    private static readonly SsdFormat Format = new() { InputSize = 224, Black = -1, Strides = [8, 16, 32, 32, 32], PointCount = 4 };

    private readonly SsdDetector detector = new(network, Format, minScore);

    /// <summary>The people seen in the last call of <see cref="Detect"/>.</summary>
    public PeopleAtStart People { get; private set; }

    /// <summary>The region around the person's hips that contains the whole body, or null if nobody is seen.</summary>
    public RotatedRegion? Detect(VideoFrame frame)
    {
        var letterbox = RotatedRegion.Letterbox(frame);
        Detection[] people = [.. WeightedSuppression.Merge(detector.Detect(frame, letterbox), MinOverlap)];
        People = new PeopleAtStart(people.Length, people.Count(person => person.Points[0].X <= people[0].Points[0].X));
        return people is [var best, ..]
            ? PoseRegion.From(letterbox.Project(best.Points[0]), letterbox.Project(best.Points[1]))
            : null;
    }
}
