using Hasta.Recognition.Features;
using Hasta.Recognition.Models;

namespace Hasta.Training.Models;

/// <summary>Settings -> networks in libtorch.</summary>
internal static class Classifiers
{
    /// <param name="config">Which network, and its sizes.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    /// <returns>With random weights.</returns>
    /// <exception cref="ArgumentException">A size or rate outside its range.</exception>
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
            _ => throw new NotSupportedException($"{config.Name} has no network."),
        };
    }
}
