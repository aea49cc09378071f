using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>Appends values to one frame's features.</summary>
internal ref struct FeatureWriter(Span<float> values)
{
    private readonly Span<float> values = values;
    private int next;

    public void Add(float value) => values[next++] = value;

    public void Add(Vector2 value)
    {
        Add(value.X);
        Add(value.Y);
    }
}
