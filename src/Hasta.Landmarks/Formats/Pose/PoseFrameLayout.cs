namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Arranges the points of one frame as in a .pose file: missing ones are 0 with confidence 0.</summary>
internal sealed class PoseFrameLayout(PoseHeader header)
{
    private const int Dimensions = 3;

    private readonly int[] places = PoseFile.Places(header, out _);
    private readonly float[] coordinates = new float[header.PointCount * Dimensions];
    private readonly float[] confidences = new float[header.PointCount];

    public PoseHeader Header => header;

    /// <summary><c>[point, 3]</c>: x, y, z in pixels, of the last frame read.</summary>
    public ReadOnlySpan<float> Coordinates => coordinates;

    /// <summary><c>[point]</c>, of the last frame read.</summary>
    public ReadOnlySpan<float> Confidences => confidences;

    public void Read(LandmarkFrame frame)
    {
        for (int i = 0; i < places.Length; i++)
        {
            var point = places[i] < frame.All.Length ? frame[places[i]] : Landmark.Missing;
            (float X, float Y, float Z, float Confidence) values = point.IsMissing
                ? default
                : (point.X, point.Y, point.Z, point.Confidence);
            (coordinates[3 * i], coordinates[(3 * i) + 1], coordinates[(3 * i) + 2], confidences[i]) = values;
        }
    }
}
