namespace Hasta.Landmarks.Inference;

/// <summary>One output of a <see cref="LandmarkNetwork"/>.</summary>
/// <param name="Name">The name in the .tflite file.</param>
/// <param name="Shape">Outer to inner; images are <c>[1, height, width, channel]</c>.</param>
internal sealed record NetworkOutput(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>The number of floats.</summary>
    public int Length => Shape.Aggregate(1, (product, size) => product * size);
}
