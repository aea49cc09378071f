using System.Numerics;

namespace Hasta.Training.Data;

/// <summary>Normally distributed random numbers of mean 0 and standard deviation 1.</summary>
internal static class GaussianNoise
{
    /// <summary>Lower bound of the uniform numbers, which avoids the logarithm of 0: they are in [2^-25, 1).</summary>
    private const float Smallest = 1f / (1 << 25);

    /// <summary>Fills the span by the Box-Muller transform, one SIMD vector of pairs at a time.</summary>
    public static void Fill(Span<float> values, Random random)
    {
        Span<float> radius = stackalloc float[Vector<float>.Count];
        Span<float> angle = stackalloc float[Vector<float>.Count];
        Span<float> pair = stackalloc float[2 * Vector<float>.Count];
        while (values.Length > 0)
        {
            for (int i = 0; i < radius.Length; i++)
            {
                radius[i] = Math.Max(Smallest, random.NextSingle());
                angle[i] = random.NextSingle();
            }

            Vector<float> length = Vector.SquareRoot(-2 * Vector.Log(new Vector<float>(radius)));
            (Vector<float> sin, Vector<float> cos) = Vector.SinCos(MathF.Tau * new Vector<float>(angle));
            (length * cos).CopyTo(pair);
            (length * sin).CopyTo(pair[radius.Length..]);
            int taken = Math.Min(values.Length, pair.Length);
            pair[..taken].CopyTo(values);
            values = values[taken..];
        }
    }
}
