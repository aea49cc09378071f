using Hasta.Landmarks.Inference;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Microsoft.ML.OnnxRuntime;

namespace Hasta.Recognition.Onnx;

/// <summary>A classifier on ONNX Runtime, for recognition and evaluation without libtorch.</summary>
/// <remarks>Several threads may use it at once, but <see cref="Dispose"/> must be called last.</remarks>
internal sealed class OnnxClassifier : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly bool seesPictures;
    private readonly int glosses;

    /// <param name="model">The output of <see cref="ClassifierExporter"/>.</param>
    /// <param name="seesPictures">Whether it also uses video frames; it then uses all cores, otherwise only the calling thread.</param>
    /// <param name="provider">The execution provider.</param>
    /// <exception cref="ExecutionProviderException">The provider cannot be loaded.</exception>
    public OnnxClassifier(byte[] model, bool seesPictures, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        this.seesPictures = seesPictures;
        session = OnnxRuntime.CreateSession(model, provider, threads: seesPictures ? 0 : 1);
        glosses = session.OutputMetadata[ClassifierInputs.Logits].Dimensions[1];
        Width = session.OutputMetadata[ClassifierInputs.Embedding].Dimensions[1];
    }

    /// <summary>Values of an embedding.</summary>
    public int Width { get; }

    /// <param name="clips">At least one.</param>
    /// <returns>One per clip, in the clips' order.</returns>
    /// <exception cref="ArgumentException">The model uses video frames and a clip has none.</exception>
    public IReadOnlyList<ClassifierOutput> Run(IReadOnlyList<FeatureSequence> clips)
    {
        PaddedClips padded = PaddedClips.From(clips);
        var values = new Dictionary<string, OrtValue>
        {
            [ClassifierInputs.Features] = Value(padded.Values, padded.Count, padded.Time, FeatureExtractor.Count),
            [ClassifierInputs.Mask] = Value(padded.Mask, padded.Count, padded.Time),
        };
        try
        {
            if (seesPictures)
            {
                AddPictures(values, clips);
            }

            using IDisposableReadOnlyCollection<OrtValue> results =
                session.Run(runOptions, values, [ClassifierInputs.Logits, ClassifierInputs.Embedding]);
            return
            [
                .. Rows(results[0], glosses)
                    .Zip(Rows(results[1], Width), (logits, embedding) => new ClassifierOutput(logits, embedding)),
            ];
        }
        finally
        {
            foreach (OrtValue value in values.Values)
            {
                value.Dispose();
            }
        }
    }

    public void Dispose()
    {
        session.Dispose();
        runOptions.Dispose();
    }

    private static void AddPictures(Dictionary<string, OrtValue> values, IReadOnlyList<FeatureSequence> clips)
    {
        PaddedFrames pictures = PaddedFrames.From(clips)
            ?? throw new ArgumentException("The model needs video frames in addition to landmarks.", nameof(clips));
        (int count, int frames, int size) = (pictures.Count, pictures.Frames, pictures.Size);
        values[ClassifierInputs.Pictures] = Value(pictures.Pixels, count, frames, PaddedFrames.Channels, size, size);
        values[ClassifierInputs.PictureMask] = Value(pictures.Mask, count, frames);
        values[ClassifierInputs.PictureTimes] = Value(pictures.Times, count, frames);
    }

    private static IEnumerable<float[]> Rows(OrtValue matrix, int width) =>
        matrix.GetTensorDataAsSpan<float>().ToArray().Chunk(width);

    private static OrtValue Value<T>(T[] values, params long[] shape)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(values, shape);
}
