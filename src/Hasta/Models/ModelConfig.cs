using System.Text.Json.Serialization;

namespace Hasta.Models;

/// <summary>Which network, and its sizes. A new one is a config, a module, and a line here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BiLstmConfig), "biLstm")]
[JsonDerivedType(typeof(ConvTransformerConfig), "convTransformer")]
[JsonDerivedType(typeof(LandmarkMlpConfig), "landmarkMlp")]
public abstract record ModelConfig
{
    /// <summary>The network's published name.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <param name="features">Numbers a frame.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    /// <exception cref="ArgumentException">A size or rate outside its range.</exception>
    public abstract Classifier Create(int features, int glosses);
}
