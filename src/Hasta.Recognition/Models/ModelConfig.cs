using System.Text.Json.Serialization;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>Which network, and its sizes. A new one is a config, a module, and a line here.</summary>
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

    /// <exception cref="ArgumentException">A size or rate outside its range.</exception>
    public abstract void Validate();

    /// <exception cref="ArgumentException">A size or rate outside its range, or these features are not what the model looks at.</exception>
    public virtual void Check(FeatureConfig features)
    {
        Validate();
        if (features.Frames is not null)
        {
            throw new ArgumentException($"features.frames: {Name} looks at landmarks alone; leave it out.");
        }
    }

    /// <summary>A lower bound of the trained numbers, computed without making the network.</summary>
    /// <param name="features">Numbers per frame.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    public abstract long MinParameters(int features, int glosses);

    /// <summary>Sizes in a config file can demand any amount of memory; weights that are there bound it.</summary>
    /// <param name="glosses">The vocabulary's size.</param>
    /// <param name="numbers">At most so many are in the weights' file.</param>
    /// <exception cref="ArgumentException">The sizes need more.</exception>
    internal void RequireNumbers(int glosses, long numbers)
    {
        if (MinParameters(FeatureExtractor.Count, glosses) is var least && least > numbers)
        {
            throw new ArgumentException($"{Name} of these sizes needs at least {least} numbers, and its weights are {numbers}.");
        }
    }
}
