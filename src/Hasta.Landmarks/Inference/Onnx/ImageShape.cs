namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>The sizes of an image tensor, <c>[batch, height, width, channel]</c> in a .tflite file.</summary>
internal readonly record struct ImageShape(int Batch, int Height, int Width, int Channels)
{
    public static ImageShape From(ReadOnlySpan<int> shape) => shape.Length == 4
        ? new ImageShape(shape[0], shape[1], shape[2], shape[3])
        : throw new InvalidDataException($"a tensor of {shape.Length} dimensions is used as an image.");
}
