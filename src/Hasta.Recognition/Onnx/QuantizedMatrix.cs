namespace Hasta.Recognition.Onnx;

/// <summary>
/// Values as int8 times a scale, with one scale per index of one dimension: symmetric, the largest magnitude becomes 127.
/// </summary>
/// <param name="Values">Row-major, -127..127.</param>
/// <param name="Scales">Above 0.</param>
internal sealed record QuantizedMatrix(sbyte[] Values, float[] Scales)
{
    private const float MaxMagnitude = 127;

    /// <param name="values">Row-major.</param>
    /// <param name="axis">The dimension that has the scales.</param>
    /// <param name="shape">The shape of the values.</param>
    public static QuantizedMatrix Quantize(ReadOnlySpan<float> values, int axis, ReadOnlySpan<int> shape)
    {
        int inner = 1;
        foreach (int size in shape[(axis + 1)..])
        {
            inner *= size;
        }

        int count = shape[axis];
        float[] scales = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            int index = i / inner % count;
            scales[index] = Math.Max(scales[index], Math.Abs(values[i]) / MaxMagnitude);
        }

        var rounded = new sbyte[values.Length];
        for (int i = 0; i < count; i++)
        {
            scales[i] = scales[i] == 0 ? 1 : scales[i];
        }

        for (int i = 0; i < values.Length; i++)
        {
            rounded[i] = (sbyte)MathF.Round(values[i] / scales[i / inner % count]);
        }

        return new QuantizedMatrix(rounded, scales);
    }
}
