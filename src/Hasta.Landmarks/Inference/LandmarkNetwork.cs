using Hasta.Landmarks.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Hasta.Landmarks.Inference;

/// <summary>One of MediaPipe's networks on ONNX Runtime: a picture in, lists of numbers out. Runs on the calling thread alone.</summary>
/// <remarks>Several threads may run the same network at once; only <see cref="Dispose"/> must come last.</remarks>
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

    /// <summary>What <see cref="Run"/> returns, in the order of the .tflite file.</summary>
    public IReadOnlyList<NetworkOutput> Outputs => network.Outputs;

    /// <summary>
    /// Reads, checks and prepares a network. <paramref name="outputs"/> names the outputs wanted, what only the others
    /// need is not computed, and none means all.
    /// </summary>
    /// <exception cref="BadFileException">The model file is missing or not the pinned version.</exception>
    /// <exception cref="ArgumentException">The network has no output of such a name.</exception>
    public static LandmarkNetwork Load(ModelFiles files, LandmarkModel model, params IReadOnlyList<string> outputs) =>
        Load(files, model, ExecutionProvider.Cpu, outputs);

    /// <inheritdoc cref="Load(ModelFiles, LandmarkModel, IReadOnlyList{string})"/>
    /// <exception cref="ExecutionProviderException">The provider does not load.</exception>
    public static LandmarkNetwork Load(ModelFiles files, LandmarkModel model, ExecutionProvider provider, params IReadOnlyList<string> outputs) =>
        new(OnnxExporter.Export(files.Read(model), files.PathOf(model), outputs), provider);

    /// <param name="picture">
    /// <c>[3, height, width]</c>: the red of all pixels, row by row, then green, then blue, in the range the network was trained on.
    /// </param>
    /// <returns>One array an output, each row-major in the output's shape; the caller owns them.</returns>
    /// <exception cref="ArgumentException">Another number of values than the network takes.</exception>
    public unsafe float[][] Run(ReadOnlySpan<float> picture)
    {
        if (picture.Length != InputHeight * InputWidth * network.InputShape[1])
        {
            throw new ArgumentException($"{picture.Length} values are no picture of {InputWidth} x {InputHeight} pixels.", nameof(picture));
        }

        fixed (float* start = picture)
        {
            using var input = OrtValue.CreateTensorValueWithData(
                OrtMemoryInfo.DefaultInstance, TensorElementType.Float, inputShape, (nint)start, picture.Length * sizeof(float));
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
