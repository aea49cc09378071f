using Hasta.Recognition.Features;
using Hasta.Recognition.Models;

namespace Hasta.Training.Models;

/// <summary>Creates libtorch networks from settings.</summary>
internal static class Classifiers
{
    /// <param name="config">Kind and sizes of the network.</param>
    /// <param name="glosses">Size of the vocabulary.</param>
    /// <returns>The network with random weights.</returns>
    /// <exception cref="ArgumentException">A size or rate is outside its range.</exception>
    public static Classifier Create(ModelConfig config, int glosses)
    {
        const int Features = FeatureExtractor.Count;
        config.Validate();
        return config switch
        {
            LandmarkMlpConfig model => new LandmarkMlp(model, Features, glosses),
            BiLstmConfig model => new BiLstm(model, Features, glosses),
            ConvTransformerConfig model => new ConvTransformer(model, Features, glosses),
            VitFusionConfig model => new VitFusion(model, Features, glosses),
            IClassifierFactory factory => factory.Create(Features, glosses),
            _ => throw new NotSupportedException($"{config.Name} has no libtorch network."),
        };
    }
}
