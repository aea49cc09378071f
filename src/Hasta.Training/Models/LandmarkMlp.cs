using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models;

/// <summary>Two layers per frame, maximum and mean over the real frames, then two more layers.</summary>
internal sealed class LandmarkMlp : Classifier
{
    private readonly BatchNorm1d inputNorm;
    private readonly FeatureDropout featureDropout;
    private readonly Sequential frame;
    private readonly Sequential head;

    public LandmarkMlp(LandmarkMlpConfig config, int features, int glosses)
        : base(nameof(LandmarkMlp))
    {
        inputNorm = FrameNorm.Create(features);
        featureDropout = new FeatureDropout(config.FeatureDropout);
        frame = nn.Sequential(
            nn.Linear(features, config.Width),
            FrameNorm.Create(config.Width),
            nn.SiLU(),
            nn.Dropout(config.FrameDropout),
            nn.Linear(config.Width, config.Width),
            nn.SiLU());
        head = nn.Sequential(
            nn.Linear(2 * config.Width, config.Width),
            FrameNorm.Create(config.Width),
            nn.SiLU(),
            nn.Dropout(config.HeadDropout),
            nn.Linear(config.Width, glosses));
        RegisterComponents();
    }

    public override int MinBatchSize => 2;

    public override Tensor Embed(FeatureBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(batch.Mask);
        Tensor input = featureDropout.call(inputNorm.call(real.Pack(batch.Features)), real); // [frame, feature]
        Tensor hidden = frame.call(input);                                                   // [frame, width]
        Tensor padded = real.Pad(hidden);                                                    // [batch, time, width]
        return cat([real.Max(padded), real.Mean(padded)], 1).MoveToOuterDisposeScope();      // [batch, 2 width]
    }

    public override Tensor Classify(Tensor embedding) => head.call(embedding);
}
