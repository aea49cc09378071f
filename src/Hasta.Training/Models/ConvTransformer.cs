using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models;

/// <summary>
/// Stages of convolution blocks followed by a transformer block, for masked sequences of any length. After the first-place solution of
/// Kaggle's isolated sign language recognition competition (2023).
/// </summary>
internal sealed class ConvTransformer : Classifier
{
    private readonly BatchNorm1d inputNorm;
    private readonly FeatureDropout featureDropout;
    private readonly Linear embed;
    private readonly BatchNorm1d embedNorm;
    private readonly ModuleList<nn.Module<Tensor, FrameMask, Tensor>> blocks;
    private readonly Linear widen;
    private readonly Sequential head;

    public ConvTransformer(ConvTransformerConfig config, int features, int glosses)
        : base(nameof(ConvTransformer))
    {
        inputNorm = FrameNorm.Create(features);
        featureDropout = new FeatureDropout(config.FeatureDropout);
        embed = nn.Linear(features, config.Width, hasBias: false);
        embedNorm = FrameNorm.Create(config.Width);
        blocks = nn.ModuleList([.. Enumerable.Range(0, config.Stages).SelectMany(_ => Stage(config))]);
        widen = nn.Linear(config.Width, 2 * config.Width);
        head = nn.Sequential(nn.Dropout(config.HeadDropout), nn.Linear(4 * config.Width, glosses));
        RegisterComponents();
    }

    public override Tensor Embed(FeatureBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(batch.Mask);
        Tensor input = featureDropout.call(inputNorm.call(real.Pack(batch.Features)), real);   // [frame, feature]
        Tensor frames = embedNorm.call(embed.call(input));                                     // [frame, width]
        foreach (var block in blocks)
        {
            frames = block.call(frames, real);                                                 // [frame, width]
        }

        Tensor padded = real.Pad(nn.functional.silu(widen.call(frames)));                      // [batch, time, 2 width]
        return cat([real.Max(padded), real.Mean(padded)], 1).MoveToOuterDisposeScope();            // [batch, 4 width]
    }

    public override Tensor Classify(Tensor embedding) => head.call(embedding);

    private static IEnumerable<nn.Module<Tensor, FrameMask, Tensor>> Stage(ConvTransformerConfig config) =>
        [.. Enumerable.Range(0, config.ConvBlocks).Select(_ => new ConvBlock(config)), new TransformerBlock(config)];
}
