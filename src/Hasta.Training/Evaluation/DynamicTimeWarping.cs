using System.Numerics.Tensors;

namespace Hasta.Training.Evaluation;

/// <summary>Dynamic time warping (Sakoe and Chiba 1978): how far two sequences are apart where each may be stretched to fit the other.</summary>
internal static class DynamicTimeWarping
{
    /// <param name="first"><c>[time, width]</c>, flattened; at least one frame.</param>
    /// <param name="second"><c>[time, width]</c>, flattened; at least one frame.</param>
    /// <param name="width">Numbers per frame.</param>
    /// <param name="bound">A distance beyond which the exact value does not matter.</param>
    /// <returns>The sum of the frames' Euclidean distances along the best path, a frame of the two sequences together; infinite where it is above the bound.</returns>
    public static double Distance(ReadOnlySpan<float> first, ReadOnlySpan<float> second, int width, double bound = double.PositiveInfinity)
    {
        int rows = first.Length / width;
        int columns = second.Length / width;
        double most = bound * (rows + columns);
        double[] before = new double[columns + 1];
        double[] now = new double[columns + 1];
        Array.Fill(before, double.PositiveInfinity);
        before[0] = 0;
        for (int row = 0; row < rows; row++)
        {
            now[0] = double.PositiveInfinity;
            double lowest = double.PositiveInfinity;
            for (int column = 0; column < columns; column++)
            {
                double step = TensorPrimitives.Distance(first.Slice(row * width, width), second.Slice(column * width, width));
                now[column + 1] = step + Math.Min(before[column], Math.Min(before[column + 1], now[column]));
                lowest = Math.Min(lowest, now[column + 1]);
            }

            if (lowest >= most)
            {
                return double.PositiveInfinity;
            }

            (before, now) = (now, before);
        }

        return before[columns] / (rows + columns);
    }
}
