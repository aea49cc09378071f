using Hasta.Landmarks;
using Hasta.Landmarks.Video;

namespace Hasta.Recognition.Live.Hints;

/// <summary>Mean brightness of a frame, 0..255 (Rec. 601 luma of the RGB values).</summary>
/// <param name="Frame">Of all pixels.</param>
/// <param name="Face">Of the signer's face; NaN if it is not seen.</param>
/// <param name="Around">Beside and above the head; NaN if there is no room.</param>
internal readonly record struct Lighting(double Frame, double Face, double Around)
{
    private const int Step = 8; // pixels between two samples

    /// <summary>From the middle between the ears, in distances of the ears; further out is the background.</summary>
    private const float FaceRadius = 0.5f;
    private const float HeadRadius = 1.5f;

    /// <param name="frame">A frame.</param>
    /// <param name="landmarks">Its landmarks.</param>
    public static Lighting Of(VideoFrame frame, LandmarkFrame landmarks)
    {
        Landmark left = landmarks[LandmarkLayout.LeftEar];
        Landmark right = landmarks[LandmarkLayout.RightEar];
        (float x, float y) = ((left.X + right.X) / 2, (left.Y + right.Y) / 2);
        float width = MathF.Sqrt(((left.X - right.X) * (left.X - right.X)) + ((left.Y - right.Y) * (left.Y - right.Y)));
        var all = new Mean();
        var face = new Mean();
        var around = new Mean();
        for (int row = 0; row < frame.Height; row += Step)
        {
            for (int column = 0; column < frame.Width; column += Step)
            {
                double luma = LumaAt(frame, column, row);
                float distance = MathF.Sqrt(((column - x) * (column - x)) + ((row - y) * (row - y))) / width;
                all.Add(luma);
                if (distance < FaceRadius)
                {
                    face.Add(luma);
                }
                else if (distance > HeadRadius && row < y + (width / 2))
                {
                    around.Add(luma);
                }
            }
        }

        return new Lighting(all.Value, face.Value, around.Value);
    }

    private static double LumaAt(VideoFrame frame, int column, int row)
    {
        ReadOnlySpan<byte> rgb = frame.Rgb.Span.Slice(3 * ((row * frame.Width) + column), 3);
        return (0.299 * rgb[0]) + (0.587 * rgb[1]) + (0.114 * rgb[2]);
    }

    private struct Mean
    {
        private double sum;
        private int count;

        public readonly double Value => sum / count;

        public void Add(double value) => (sum, count) = (sum + value, count + 1);
    }
}
