using System.Text.Json.Serialization;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>The network and its sizes. A new network needs a config, a module, and a line here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BiLstmConfig), "biLstm")]
[JsonDerivedType(typeof(ConvTransformerConfig), "convTransformer")]
[JsonDerivedType(typeof(LandmarkMlpConfig), "landmarkMlp")]
[JsonDerivedType(typeof(VitFusionConfig), "vitFusion")]
internal abstract record ModelConfig
{
    /// <summary>The network's published name.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <exception cref="ArgumentException">A size or rate is out of range.</exception>
    public abstract void Validate();

    /// <exception cref="ArgumentException">A size or rate is out of range, or the features do not match what the model uses.</exception>
    public virtual void Check(FeatureConfig features)
    {
        Validate();
        if (features.Frames is not null)
        {
            throw new ArgumentException($"features.frames: {Name} uses landmarks only; omit this setting.");
        }
    }

    /// <summary>A lower bound of the number of parameters, computed without building the network.</summary>
    /// <param name="features">Values per frame.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    public abstract long MinParameters(int features, int glosses);

    /// <summary>Sizes in a config file could demand any amount of memory; the weights file limits them.</summary>
    /// <param name="glosses">The vocabulary's size.</param>
    /// <param name="numbers">The number of values in the weights file.</param>
    /// <exception cref="ArgumentException">The sizes need more values.</exception>
    internal void RequireNumbers(int glosses, long numbers)
    {
        if (MinParameters(FeatureExtractor.Count, glosses) is var min && min > numbers)
        {
            throw new ArgumentException($"{Name} with these sizes needs at least {min} numbers, but its weights have {numbers}.");
        }
    }
}
