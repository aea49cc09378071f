using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Converts a .tflite network with one image input and float outputs to ONNX, with all weights as float32.</summary>
internal static class OnnxExporter
{
    /// <param name="tflite">The whole file.</param>
    /// <param name="path">Names the file in errors.</param>
    /// <param name="outputs">Names of the outputs to keep; nodes that only other outputs need are omitted. Empty keeps all outputs.</param>
    /// <exception cref="BadFileException">The file is malformed or has an operator or option that is not supported.</exception>
    /// <exception cref="ArgumentException">The network has no output with that name.</exception>
    public static OnnxModel Export(byte[] tflite, string path, params IReadOnlyList<string> outputs)
    {
        try
        {
            var graph = TfliteGraph.Read(tflite);
            return Export(graph, Choose(graph, outputs));
        }
        catch (InvalidDataException error)
        {
            throw new BadFileException(
                path, $"this network cannot be used: {error.Message}", "Use the model files that `npm ci` installs.", error);
        }
    }

    private static OnnxModel Export(TfliteGraph graph, int[] outputs)
    {
        int input = graph.Inputs is [int only]
            ? only
            : throw new InvalidDataException($"it has {graph.Inputs.Length} inputs instead of one.");
        var onnx = new OnnxGraph("landmarks");
        var context = new ExportContext(graph, onnx);
        var image = context.Image(input);
        int[] shape = [image.Batch, image.Channels, image.Height, image.Width];
        onnx.Input(OnnxModel.InputName, OnnxElement.Float, Array.ConvertAll(shape, size => (OnnxSize)size));
        context.DefineNchw(input, OnnxModel.InputName);
        foreach (var operation in Needed(graph, outputs))
        {
            Emitters.For(operation.Code)(context, operation);
        }

        return Finish(graph, context, outputs) with { InputShape = shape };
    }

    private static OnnxModel Finish(TfliteGraph graph, ExportContext context, int[] outputs)
    {
        string[] names = Array.ConvertAll(outputs, tensor => context.Onnx.Node("Identity", [context.Nhwc(tensor)]));
        for (int i = 0; i < outputs.Length; i++)
        {
            context.Onnx.Output(names[i], Array.ConvertAll(context.Shape(outputs[i]), size => (OnnxSize)size));
        }

        return new OnnxModel
        {
            Bytes = context.Onnx.ToModel(),
            InputShape = [],
            Outputs = Array.ConvertAll(outputs, tensor => new NetworkOutput(graph.Tensors[tensor].Name, context.Shape(tensor))),
            OutputNames = names,
        };
    }

    private static int[] Choose(TfliteGraph graph, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return graph.Outputs;
        }

        int[] chosen = Array.FindAll(graph.Outputs, tensor => names.Contains(graph.Tensors[tensor].Name));
        string[] available = Array.ConvertAll(graph.Outputs, tensor => graph.Tensors[tensor].Name);
        return chosen.Length == names.Count
            ? chosen
            : throw new ArgumentException($"The network's outputs are {string.Join(", ", available)}.", nameof(names));
    }

    /// <summary>The operators on which an output depends, in the order of the file.</summary>
    private static List<TfliteOperator> Needed(TfliteGraph graph, int[] outputs)
    {
        var tensors = new HashSet<int>(outputs);
        var needed = new List<TfliteOperator>();
        foreach (var operation in graph.Operators.Reverse())
        {
            if (operation.Outputs.Any(tensors.Contains))
            {
                tensors.UnionWith(operation.Inputs);
                needed.Add(operation);
            }
        }

        needed.Reverse();
        return needed;
    }
}
