using Hasta.Landmarks.Inference;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Microsoft.ML.OnnxRuntime;

namespace Hasta.Recognition.Onnx;

/// <summary>A classifier on ONNX Runtime: for all that recognises or measures, without libtorch.</summary>
/// <remarks>Several threads may run it at once; only <see cref="Dispose"/> must come last.</remarks>
internal sealed class OnnxClassifier : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly bool seesPictures;
    private readonly int glosses;

    /// <param name="model">What <see cref="ClassifierExporter"/> wrote.</param>
    /// <param name="seesPictures">Whether it looks at pictures too; it then takes all cores, else the calling thread alone.</param>
    /// <param name="provider">What computes it.</param>
    /// <exception cref="ExecutionProviderException">The provider does not load.</exception>
    public OnnxClassifier(byte[] model, bool seesPictures, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        this.seesPictures = seesPictures;
        session = OnnxRuntime.CreateSession(model, provider, threads: seesPictures ? 0 : 1);
        glosses = session.OutputMetadata[ClassifierInputs.Logits].Dimensions[1];
    }

    /// <param name="clips">One or more.</param>
    /// <returns>Logits, one <c>[gloss]</c> array per clip, in the clips' order.</returns>
    /// <exception cref="ArgumentException">The model looks at pictures and a clip has none.</exception>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<FeatureSequence> clips)
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

            using IDisposableReadOnlyCollection<OrtValue> results = session.Run(runOptions, values, [ClassifierInputs.Logits]);
            return [.. results[0].GetTensorDataAsSpan<float>().ToArray().Chunk(glosses)]; // [clip, gloss]
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
        PaddedPictures pictures = PaddedPictures.From(clips) ?? throw new ArgumentException("The model needs pictures beside the landmarks.", nameof(clips));
        (int count, int frames, int size) = (pictures.Count, pictures.Frames, pictures.Size);
        values[ClassifierInputs.Pictures] = Value(pictures.Pixels, count, frames, PaddedPictures.Channels, size, size);
        values[ClassifierInputs.PictureMask] = Value(pictures.Mask, count, frames);
        values[ClassifierInputs.PictureTimes] = Value(pictures.Times, count, frames);
    }

    private static OrtValue Value<T>(T[] values, params long[] shape)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(values, shape);
}
