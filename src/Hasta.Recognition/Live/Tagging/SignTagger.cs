using System.Numerics.Tensors;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Live.Tagging;

/// <summary>
/// A small network that tags each step of a stream as sign or not, and as the beginning of a sign or not: rest, the way to a sign and from
/// one, and hands at the face or on the keyboard are no signs. It knows no glosses.
/// </summary>
internal sealed class SignTagger
{
    public const int FirstWidth = 256;
    public const int SecondWidth = 64;

    /// <summary>Sign, and beginning of a sign.</summary>
    public const int Tags = 2;

    /// <summary>Names of the weights and their shapes.</summary>
    public static readonly IReadOnlyList<(string Name, long[] Shape)> Tensors =
    [
        ("first.weight", [FirstWidth, TaggerGrid.WindowWidth]),
        ("first.bias", [FirstWidth]),
        ("second.weight", [SecondWidth, FirstWidth]),
        ("second.bias", [SecondWidth]),
        ("output.weight", [Tags, SecondWidth]),
        ("output.bias", [Tags]),
    ];

    private static readonly Lazy<SignTagger> LazyShipped = new(ReadShipped);

    private readonly float[][] weights;

    /// <param name="weights">In the order of <see cref="Tensors"/>.</param>
    /// <exception cref="ArgumentException">A tensor has another size.</exception>
    public SignTagger(float[][] weights)
    {
        if (!weights.Select(tensor => (long)tensor.Length).SequenceEqual(Tensors.Select(tensor => tensor.Shape.Aggregate((a, b) => a * b))))
        {
            throw new ArgumentException("The weights have other shapes than the tagger.", nameof(weights));
        }

        this.weights = weights;
    }

    /// <summary>The tagger of this version.</summary>
    public static SignTagger Shipped => LazyShipped.Value;

    /// <param name="window"><c>[<see cref="TaggerGrid.WindowWidth"/>]</c>.</param>
    /// <returns>The probabilities 0..1 that a sign is in progress, and that one begins.</returns>
    public (float Sign, float Begin) Tag(ReadOnlySpan<float> window)
    {
        Span<float> first = stackalloc float[FirstWidth];
        Span<float> second = stackalloc float[SecondWidth];
        Span<float> output = stackalloc float[Tags];
        Apply(window, 0, first);
        TensorPrimitives.Max(first, 0, first);
        Apply(first, 2, second);
        TensorPrimitives.Max(second, 0, second);
        Apply(second, 4, output);
        return (Sigmoid(output[0]), Sigmoid(output[1]));
    }

    private static float Sigmoid(float logit) => 1 / (1 + MathF.Exp(-logit));

    private void Apply(ReadOnlySpan<float> input, int layer, Span<float> output)
    {
        for (int row = 0; row < output.Length; row++)
        {
            output[row] = TensorPrimitives.Dot(input, weights[layer].AsSpan(row * input.Length, input.Length)) + weights[layer + 1][row];
        }
    }

    private static SignTagger ReadShipped()
    {
        using Stream resource = typeof(SignTagger).Assembly.GetManifestResourceStream("tagger.safetensors")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var weights = SafetensorsFile.Parse("tagger.safetensors", bytes.ToArray());
        return new SignTagger([.. Tensors.Select(tensor => weights[tensor.Name].Values)]);
    }
}
