using System.Numerics;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Detectors;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>
/// Finds hands in a whole frame by their palms, without a body. Runs only while fewer than the maximum number of hands are tracked.
/// </summary>
/// <remarks>Constants from MediaPipe's modules/palm_detection/palm_detection_gpu.pbtxt.</remarks>
internal sealed class PalmDetector(LandmarkNetwork network, float minScore)
{
    private const float MinOverlap = 0.3f;

    /// <summary>Indices of two of the detector's points.</summary>
    private const int Wrist = 0;
    private const int MiddleKnuckle = 2;

    private static readonly SsdFormat Format = new() { InputSize = 192, Black = 0, Strides = [8, 16, 16, 16], PointCount = 7 };

    private readonly SsdDetector detector = new(network, Format, minScore);

    public static LandmarkModel ModelOf(PalmModel model) => model switch
    {
        PalmModel.Lite => LandmarkModel.PalmDetectionLite,
        PalmModel.Full => LandmarkModel.PalmDetectionFull,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such palm model."),
    };

    /// <returns>The regions of the hands, highest score first.</returns>
    public IEnumerable<RotatedRegion> Detect(VideoFrame frame)
    {
        var letterbox = RotatedRegion.Letterbox(frame);
        return WeightedSuppression.Merge(detector.Detect(frame, letterbox), MinOverlap).Select(palm => HandRegion.FromPalm(
            new Box(ToFrame(palm.Box.From), ToFrame(palm.Box.To)),
            letterbox.Project(palm.Points[Wrist]),
            letterbox.Project(palm.Points[MiddleKnuckle])));

        Vector2 ToFrame(Vector2 corner) => letterbox.Project(corner) is var (x, y, _, _) ? new Vector2(x, y) : default;
    }
}
