using System.Numerics;

namespace Hasta.Datasets.Synthetic;

/// <summary>The distributions from which people and clips are drawn.</summary>
internal sealed class RandomDraws(Random random)
{
    public float Between(float low, float high) => float.Lerp(low, high, random.NextSingle());

    public bool Chance(float probability) => random.NextSingle() < probability;

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>Gaussian with mean 0, by the Box-Muller transform.</summary>
    public float Normal(float deviation)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return (float)(deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    public Vector3 Normal3(float deviation) => new(Normal(deviation), Normal(deviation), Normal(deviation));
}
