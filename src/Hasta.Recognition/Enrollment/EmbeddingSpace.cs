using System.Numerics.Tensors;

namespace Hasta.Recognition.Enrollment;

/// <summary>
/// Weighs the directions of a network's embedding by how little they vary among takes of one sign by one signer: within-class covariance
/// normalization (Hatch, Kajarekar and Stolcke 2006), as in speaker verification. Without it, directions in which all takes vary hide those
/// that tell new signs apart.
/// </summary>
internal sealed class EmbeddingSpace
{
    /// <summary>Share of the mean variance that is added to each direction's: few takes do not show every variation.</summary>
    private const double Ridge = 0.1;

    private readonly float[] mean;
    private readonly float[] projection;

    /// <param name="mean"><c>[width]</c>.</param>
    /// <param name="projection"><c>[width, width]</c>, row-major.</param>
    /// <exception cref="ArgumentException">The sizes do not match.</exception>
    public EmbeddingSpace(float[] mean, float[] projection)
    {
        if (mean.Length == 0 || projection.Length != (long)mean.Length * mean.Length)
        {
            throw new ArgumentException("The projection must be square, with a row per value of the mean.", nameof(projection));
        }

        (this.mean, this.projection) = (mean, projection);
    }

    /// <summary>Values of a network's embedding.</summary>
    public int Width => mean.Length;

    public ReadOnlySpan<float> Mean => mean;

    public ReadOnlySpan<float> Projection => projection;

    /// <param name="takes">Training clips, at least one.</param>
    public static EmbeddingSpace Fit(IReadOnlyCollection<SignTake> takes)
    {
        float[][][] groups =
        [
            .. takes.GroupBy(take => (take.Gloss, take.Signer)).Select(group => group.Select(take => take.Values).ToArray()),
        ];
        int width = groups[0][0].Length;
        double[] center = MeanOf([.. groups.Select(MeanOf)], width);
        double[,] covariance = new double[width, width];
        foreach (float[][] group in groups)
        {
            AddCovariance(covariance, group, 1.0 / groups.Length);
        }

        AddRidge(covariance);
        double[,] inverse = Cholesky.InvertFactor(Cholesky.Factor(covariance));
        return new EmbeddingSpace([.. center.Select(value => (float)value)], [.. inverse.Cast<double>().Select(value => (float)value)]);
    }

    /// <param name="values">A network's embedding: <c>[width]</c>.</param>
    public SignEmbedding Project(ReadOnlySpan<float> values)
    {
        float[] centered = new float[Width];
        TensorPrimitives.Subtract(values, mean, centered);
        float[] projected = new float[Width];
        for (int row = 0; row < Width; row++)
        {
            projected[row] = TensorPrimitives.Dot(projection.AsSpan(row * Width, Width), centered);
        }

        return new SignEmbedding(projected);
    }

    private static double[] MeanOf(float[][] takes) =>
        MeanOf([.. takes.Select(take => take.Select(value => (double)value).ToArray())], takes[0].Length);

    private static double[] MeanOf(double[][] rows, int width)
    {
        double[] sum = new double[width];
        Array.ForEach(rows, row => TensorPrimitives.Add(sum, row, sum));
        TensorPrimitives.Divide(sum, rows.Length, sum);
        return sum;
    }

    private static void AddCovariance(double[,] covariance, float[][] group, double weight)
    {
        double[] center = MeanOf(group);
        foreach (float[] take in group)
        {
            for (int row = 0; row < center.Length; row++)
            {
                double scaled = weight / group.Length * (take[row] - center[row]);
                for (int column = 0; column <= row; column++)
                {
                    covariance[row, column] += scaled * (take[column] - center[column]);
                }
            }
        }
    }

    /// <summary>Without variance, as when each signer made one take, all directions weigh the same.</summary>
    private static void AddRidge(double[,] covariance)
    {
        int width = covariance.GetLength(0);
        double variance = Enumerable.Range(0, width).Average(i => covariance[i, i]);
        for (int i = 0; i < width; i++)
        {
            covariance[i, i] += variance > 0 ? Ridge * variance : 1;
        }
    }
}
