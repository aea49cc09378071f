namespace Hasta.Recognition.Enrollment;

/// <summary>The Cholesky factor L of a positive definite matrix L Lᵀ, and its inverse.</summary>
internal static class Cholesky
{
    /// <param name="matrix">Positive definite; only the lower triangle is read.</param>
    /// <returns>Lower triangular.</returns>
    public static double[,] Factor(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] factor = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double rest = matrix[row, column];
                for (int k = 0; k < column; k++)
                {
                    rest -= factor[row, k] * factor[column, k];
                }

                factor[row, column] = row == column ? Math.Sqrt(rest) : rest / factor[column, column];
            }
        }

        return factor;
    }

    /// <param name="factor">Lower triangular.</param>
    /// <returns>Lower triangular: for x = L⁻¹ a and y = L⁻¹ b, x·y = aᵀ (L Lᵀ)⁻¹ b.</returns>
    public static double[,] InvertFactor(double[,] factor)
    {
        int size = factor.GetLength(0);
        double[,] inverse = new double[size, size];
        for (int column = 0; column < size; column++)
        {
            inverse[column, column] = 1 / factor[column, column];
            for (int row = column + 1; row < size; row++)
            {
                double sum = 0;
                for (int k = column; k < row; k++)
                {
                    sum -= factor[row, k] * inverse[k, column];
                }

                inverse[row, column] = sum / factor[row, row];
            }
        }

        return inverse;
    }
}
