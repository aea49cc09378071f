using System.Text.Json.Serialization;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>Sizes of <c>VitFusion</c>; the defaults are built on ViT-B/16.</summary>
internal sealed record VitFusionConfig : ModelConfig
{
    /// <summary>Factor of the width between the two layers of a temporal layer.</summary>
    internal const int FrameExpansion = 2;

    private const int Widest = 4096;

    /// <summary>The model on Hugging Face's hub whose weights the image backbone starts from; null for random ones, or for a folder named on the command line.</summary>
    public string? Pretrained { get; init; }

    /// <summary>Branch, tag or commit of <see cref="Pretrained"/>.</summary>
    public string Revision { get; init; } = "main";

    /// <summary>SHA-256 of the weights that the backbone did start from; written by training.</summary>
    public string? PretrainedSha256 { get; init; }

    /// <summary>The image backbone; that of the published weights where there are any.</summary>
    public VitConfig Backbone { get; init; } = new();

    /// <summary>So many of the backbone's first blocks stay as they are, and its embeddings with them; with 0 all of it is trained.</summary>
    public int FrozenBlocks { get; init; } = 10;

    /// <summary>The part 0..1 of the learning rate at which the backbone's other blocks are trained: published weights are spoilt by the steps that new ones need.</summary>
    public double BackboneRate { get; init; } = 0.1;

    /// <summary>Numbers per frame in both streams, even, and a multiple of <see cref="Heads"/>.</summary>
    public int Width { get; init; } = 256;

    public int Heads { get; init; } = 4;

    /// <summary>Chance 0..1 that a feature of the landmarks is hidden in all frames of a clip while training.</summary>
    public double FeatureDropout { get; init; } = 0.2;

    /// <summary>Dropout 0..1 inside both streams.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Dropout 0..1 before the logits.</summary>
    public double HeadDropout { get; init; } = 0.5;

    [JsonIgnore]
    public override string Name => "VitFusion";

    public override void Check(FeatureConfig features)
    {
        Validate();
        if (features.Frames is not { } frames || frames.Size != Backbone.ImageSize)
        {
            throw new ArgumentException($"features.frames: vitFusion looks at pictures; set it, with a size of {Backbone.ImageSize} as the backbone wants.");
        }
    }

    public override long MinParameters(int features, int glosses) => Backbone.MinParameters + (Width * ((long)Backbone.HiddenSize + features + (12L * Width) + glosses));

    public override void Validate()
    {
        Backbone.Validate();
        bool fits = Width is > 0 and <= Widest && Width % 2 == 0 && Heads > 0 && Width % Heads == 0 && FrozenBlocks >= 0 && FrozenBlocks <= Backbone.Layers;
        bool areRates = BackboneRate is > 0 and <= 1 && FeatureDropout is >= 0 and < 1 && Dropout is >= 0 and < 1 && HeadDropout is >= 0 and < 1;
        if (!fits || !areRates)
        {
            throw new ArgumentException($"vitFusion: width must be even, in 2..{Widest} and a multiple of heads, frozenBlocks in 0..{Backbone.Layers}, backboneRate and the dropouts in 0..1.");
        }
    }
}
