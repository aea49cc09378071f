using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Operators that change the size of an image.</summary>
internal static class ResizeEmitter
{
    /// <summary>
    /// Fields of ResizeBilinearOptions: 2 align_corners, 3 half_pixel_centers; without either, corners are at 0 and the scale is plain.
    /// </summary>
    public static void Bilinear(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        var image = context.Image(input);
        int[] size = context.Ints(operation.Input(1));
        if (size.Length != 2 || size[0] < 1 || size[1] < 1)
        {
            throw operation.Error($"has the size [{string.Join(", ", size)}]");
        }

        // Resize takes a region and scales before the sizes; an empty name omits them.
        string[] inputs = [context.Nchw(input), "", "", context.Onnx.Constant(image.Batch, image.Channels, size[0], size[1])];
        var coordinates = OnnxAttribute.Text("coordinate_transformation_mode", Coordinates(operation));
        string resized = context.Onnx.Node("Resize", inputs, OnnxAttribute.Text("mode", "linear"), coordinates);
        context.DefineNchw(operation.Output, resized);
    }

    /// <summary>Channel (y x block + x) x depth + c goes to pixel (y, x) of a block, as in ONNX's mode DCR.</summary>
    public static void DepthToSpace(ExportContext context, TfliteOperator operation)
    {
        int block = operation.OptionInt(0);
        int input = operation.Input(0);
        if (block is < 1 or > 64 || context.Image(input).Channels % (block * block) != 0)
        {
            throw operation.Error($"has the block size {block}");
        }

        string result = context.Onnx.Node(
            "DepthToSpace", [context.Nchw(input)], OnnxAttribute.Int("blocksize", block), OnnxAttribute.Text("mode", "DCR"));
        context.DefineNchw(operation.Output, result);
    }

    private static string Coordinates(TfliteOperator operation) => (operation.OptionBool(2), operation.OptionBool(3)) switch
    {
        (true, false) => "align_corners",
        (false, true) => "half_pixel",
        (false, false) => "asymmetric",
        _ => throw operation.Error("has both aligned corners and half-pixel centres"),
    };
}
