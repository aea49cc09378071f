namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>Moves each pose point to the center of mass of its heat map around the point.</summary>
/// <remarks>MediaPipe's RefineLandmarksFromHeatmapCalculator with kernel size 7 and minimum confidence 0.5.</remarks>
internal static class HeatmapRefinement
{
    private const int Radius = 3;
    private const float MinConfidence = 0.5f;

    /// <param name="points">In 0..1 of the network's input; changed in place if the heat map is confident.</param>
    /// <param name="heatmap"><c>[size, size, points]</c> logits.</param>
    /// <param name="size">Width and height of the heat map.</param>
    public static void Refine(Span<Landmark> points, ReadOnlySpan<float> heatmap, int size)
    {
        for (int i = 0; i < points.Length; i++)
        {
            var center = ((int)(points[i].X * size), (int)(points[i].Y * size));
            if (center is ( >= 0, >= 0) && center.Item1 < size && center.Item2 < size)
            {
                points[i] = Refine(points[i], new Channel(heatmap, size, points.Length, i), center);
            }
        }
    }

    private static Landmark Refine(Landmark point, Channel channel, (int Column, int Row) center)
    {
        float sum = 0, x = 0, y = 0, peak = 0;
        for (int row = Math.Max(0, center.Row - Radius); row <= Math.Min(channel.Size - 1, center.Row + Radius); row++)
        {
            for (int column = Math.Max(0, center.Column - Radius); column <= Math.Min(channel.Size - 1, center.Column + Radius); column++)
            {
                float confidence = channel.ConfidenceAt(column, row);
                sum += confidence;
                x += column * confidence;
                y += row * confidence;
                peak = MathF.Max(peak, confidence);
            }
        }

        return peak >= MinConfidence ? point with { X = x / sum / channel.Size, Y = y / sum / channel.Size } : point;
    }

    private readonly ref struct Channel(ReadOnlySpan<float> heatmap, int size, int channels, int channel)
    {
        private readonly ReadOnlySpan<float> heatmap = heatmap;

        public int Size => size;

        public float ConfidenceAt(int column, int row) => 1 / (1 + MathF.Exp(-heatmap[(row * size + column) * channels + channel]));
    }
}
