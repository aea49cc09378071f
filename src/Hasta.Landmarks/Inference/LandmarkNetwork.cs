using Hasta.Landmarks.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Hasta.Landmarks.Inference;

/// <summary>
/// One of MediaPipe's networks on ONNX Runtime: takes an image, returns lists of numbers. Runs on the calling thread only.
/// </summary>
/// <remarks>Several threads may run the same network concurrently, but <see cref="Dispose"/> must be the last call.</remarks>
internal sealed class LandmarkNetwork : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly OnnxModel network;
    private readonly long[] inputShape;

    private LandmarkNetwork(OnnxModel network, ExecutionProvider provider)
    {
        this.network = network;
        inputShape = [.. network.InputShape.Select(size => (long)size)];
        session = OnnxRuntime.CreateSession(network.Bytes, provider, threads: 1);
    }

    /// <summary>In pixels.</summary>
    public int InputHeight => network.InputShape[2];

    /// <summary>In pixels.</summary>
    public int InputWidth => network.InputShape[3];

    /// <summary>The outputs of <see cref="Run"/>, in the order of the .tflite file.</summary>
    public IReadOnlyList<NetworkOutput> Outputs => network.Outputs;

    /// <summary>
    /// Reads, verifies and prepares a network. <paramref name="outputs"/> names the required outputs; nodes that only other outputs need
    /// are not computed. Empty means all outputs.
    /// </summary>
    /// <exception cref="BadFileException">The model file is missing or not the pinned version.</exception>
    /// <exception cref="ArgumentException">The network has no output with that name.</exception>
    public static LandmarkNetwork Load(ModelFiles files, LandmarkModel model, params IReadOnlyList<string> outputs) =>
        Load(files, model, ExecutionProvider.Cpu, outputs);

    /// <inheritdoc cref="Load(ModelFiles, LandmarkModel, IReadOnlyList{string})"/>
    /// <exception cref="ExecutionProviderException">The provider does not load.</exception>
    public static LandmarkNetwork Load(
        ModelFiles files,
        LandmarkModel model,
        ExecutionProvider provider,
        params IReadOnlyList<string> outputs) =>
        new(OnnxExporter.Export(files.Read(model), files.PathOf(model), outputs), provider);

    /// <param name="image">
    /// <c>[3, height, width]</c>: the red of all pixels, row by row, then green, then blue, in the range the network was trained on.
    /// </param>
    /// <returns>One array per output, each row-major in the output's shape; the caller owns them.</returns>
    /// <exception cref="ArgumentException">The number of values does not match the network's input.</exception>
    public unsafe float[][] Run(ReadOnlySpan<float> image)
    {
        if (image.Length != InputHeight * InputWidth * network.InputShape[1])
        {
            throw new ArgumentException($"{image.Length} values are not an image of {InputWidth} x {InputHeight} pixels.", nameof(image));
        }

        fixed (float* start = image)
        {
            using var input = OrtValue.CreateTensorValueWithData(
                OrtMemoryInfo.DefaultInstance, TensorElementType.Float, inputShape, (nint)start, image.Length * sizeof(float));
            using var results = session.Run(runOptions, [OnnxModel.InputName], [input], network.OutputNames);
            return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray())];
        }
    }

    public void Dispose()
    {
        session.Dispose();
        runOptions.Dispose();
    }
}
