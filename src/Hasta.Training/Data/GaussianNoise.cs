using System.Numerics;

namespace Hasta.Training.Data;

/// <summary>Random numbers of mean 0 and deviation 1, normally distributed.</summary>
internal static class GaussianNoise
{
    /// <summary>Smallest number whose logarithm is taken: uniform numbers lie in [2^-25, 1).</summary>
    private const float Smallest = 1f / (1 << 25);

    /// <summary>Box and Muller's pairs, as many at a time as the processor computes with.</summary>
    public static void Fill(Span<float> values, Random random)
    {
        Span<float> radius = stackalloc float[Vector<float>.Count], turn = stackalloc float[Vector<float>.Count], pair = stackalloc float[2 * Vector<float>.Count];
        while (values.Length > 0)
        {
            for (int i = 0; i < radius.Length; i++)
            {
                radius[i] = Math.Max(Smallest, random.NextSingle());
                turn[i] = random.NextSingle();
            }

            Vector<float> length = Vector.SquareRoot(-2 * Vector.Log(new Vector<float>(radius)));
            (Vector<float> sin, Vector<float> cos) = Vector.SinCos(MathF.Tau * new Vector<float>(turn));
            (length * cos).CopyTo(pair);
            (length * sin).CopyTo(pair[radius.Length..]);
            int taken = Math.Min(values.Length, pair.Length);
            pair[..taken].CopyTo(values);
            values = values[taken..];
        }
    }
}
