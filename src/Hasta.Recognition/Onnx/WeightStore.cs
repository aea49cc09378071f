namespace Hasta.Recognition.Onnx;

/// <summary>A checkpoint's tensors by name, each taken once and checked against the shape that the network of <c>config.json</c> has.</summary>
internal sealed class WeightStore(IReadOnlyDictionary<string, (long[] Shape, float[] Values)> tensors)
{
    private readonly HashSet<string> taken = [];

    /// <returns>Row-major.</returns>
    /// <exception cref="InvalidDataException">It is missing, of another shape, or not finite.</exception>
    public float[] Take(string name, params ReadOnlySpan<int> shape)
    {
        if (!tensors.TryGetValue(name, out (long[] Shape, float[] Values) found))
        {
            throw new InvalidDataException($"{name} is missing.");
        }

        long[] wanted = [.. shape];
        if (!found.Shape.AsSpan().SequenceEqual(wanted))
        {
            throw new InvalidDataException($"{name} is [{string.Join(", ", found.Shape)}], not [{string.Join(", ", wanted)}].");
        }

        taken.Add(name);
        return Array.TrueForAll(found.Values, float.IsFinite) ? found.Values : throw new InvalidDataException($"{name} holds values that are not finite.");
    }

    /// <exception cref="InvalidDataException">A tensor was never taken.</exception>
    public void RequireAllTaken()
    {
        if (tensors.Keys.FirstOrDefault(name => !taken.Contains(name)) is { } surplus)
        {
            throw new InvalidDataException($"{surplus} belongs to another model.");
        }
    }
}
