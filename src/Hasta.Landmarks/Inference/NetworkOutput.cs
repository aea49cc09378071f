namespace Hasta.Landmarks.Inference;

/// <summary>One result of a <see cref="LandmarkNetwork"/>.</summary>
/// <param name="Name">As the .tflite file calls it.</param>
/// <param name="Shape">Outer to inner; pictures are <c>[1, height, width, channel]</c>.</param>
internal sealed record NetworkOutput(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>The number of floats.</summary>
    public int Length => Shape.Aggregate(1, (product, size) => product * size);
}
