namespace Hasta.Recognition.Onnx;

/// <summary>A checkpoint's tensors by name, each taken once and checked against the shape in the network of <c>config.json</c>.</summary>
internal sealed class WeightStore(IReadOnlyDictionary<string, (long[] Shape, float[] Values)> tensors)
{
    private readonly HashSet<string> taken = [];

    /// <returns>Row-major.</returns>
    /// <exception cref="InvalidDataException">The tensor is missing, not finite, or has another shape.</exception>
    public float[] Take(string name, params ReadOnlySpan<int> shape)
    {
        if (!tensors.TryGetValue(name, out (long[] Shape, float[] Values) found))
        {
            throw new InvalidDataException($"{name} is missing.");
        }

        long[] expected = [.. shape];
        if (!found.Shape.AsSpan().SequenceEqual(expected))
        {
            throw new InvalidDataException($"{name} is [{string.Join(", ", found.Shape)}], not [{string.Join(", ", expected)}].");
        }

        taken.Add(name);
        return Array.TrueForAll(found.Values, float.IsFinite)
            ? found.Values
            : throw new InvalidDataException($"{name} contains values that are not finite.");
    }

    /// <exception cref="InvalidDataException">A tensor was never taken.</exception>
    public void RequireAllTaken()
    {
        if (tensors.Keys.FirstOrDefault(name => !taken.Contains(name)) is { } unused)
        {
            throw new InvalidDataException($"{unused} belongs to another model.");
        }
    }
}
