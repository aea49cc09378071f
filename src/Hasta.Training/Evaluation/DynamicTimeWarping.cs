using System.Numerics.Tensors;

namespace Hasta.Training.Evaluation;

/// <summary>
/// Dynamic time warping (Sakoe and Chiba 1978): the distance between two sequences when each may be stretched to fit the other.
/// </summary>
internal static class DynamicTimeWarping
{
    /// <param name="first"><c>[time, width]</c>, flattened; at least one frame.</param>
    /// <param name="second"><c>[time, width]</c>, flattened; at least one frame.</param>
    /// <param name="width">Values per frame.</param>
    /// <param name="bound">The distance from which the exact value does not matter.</param>
    /// <returns>
    /// The sum of the frames' Euclidean distances along the best path, divided by the frame count of both sequences together;
    /// infinity may be returned instead of a value that is not below the bound.
    /// </returns>
    public static double Distance(ReadOnlySpan<float> first, ReadOnlySpan<float> second, int width, double bound = double.PositiveInfinity)
    {
        int rows = first.Length / width;
        int columns = second.Length / width;
        double maxSum = bound * (rows + columns);
        double[] previous = new double[columns + 1];
        double[] current = new double[columns + 1];
        Array.Fill(previous, double.PositiveInfinity);
        previous[0] = 0;
        for (int row = 0; row < rows; row++)
        {
            current[0] = double.PositiveInfinity;
            double rowMin = double.PositiveInfinity;
            for (int column = 0; column < columns; column++)
            {
                double step = TensorPrimitives.Distance(first.Slice(row * width, width), second.Slice(column * width, width));
                current[column + 1] = step + Math.Min(previous[column], Math.Min(previous[column + 1], current[column]));
                rowMin = Math.Min(rowMin, current[column + 1]);
            }

            if (rowMin >= maxSum)
            {
                return double.PositiveInfinity;
            }

            (previous, current) = (current, previous);
        }

        return previous[columns] / (rows + columns);
    }
}
