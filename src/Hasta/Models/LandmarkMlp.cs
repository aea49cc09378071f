using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Models;

/// <summary>Two layers that see each frame alone, maximum and mean over the real frames, two layers on top.</summary>
public sealed class LandmarkMlp : Classifier
{
    private readonly BatchNorm1d inputNorm;
    private readonly Sequential frame;
    private readonly Sequential head;

    public LandmarkMlp(LandmarkMlpConfig config, int features, int glosses)
        : base(nameof(LandmarkMlp))
    {
        inputNorm = BatchNorm(features);
        frame = nn.Sequential(
            nn.Linear(features, config.Width),
            BatchNorm(config.Width),
            nn.SiLU(),
            nn.Dropout(config.FrameDropout),
            nn.Linear(config.Width, config.Width),
            nn.SiLU());
        head = nn.Sequential(
            nn.Linear(2 * config.Width, config.Width),
            BatchNorm(config.Width),
            nn.SiLU(),
            nn.Dropout(config.HeadDropout),
            nn.Linear(config.Width, glosses));
        RegisterComponents();
    }

    /// <returns>Logits <c>[batch, gloss]</c>.</returns>
    public override Tensor forward(FeatureBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        using Scalar one = 1, lowest = float.NegativeInfinity;
        (long clips, long time) = (batch.Mask.shape[0], batch.Mask.shape[1]);

        // Padding must not count in the batch norms: only real frames go through the frame layers.
        Tensor real = batch.Mask.flatten().nonzero().squeeze(1);               // [frame]
        Tensor frames = batch.Features.flatten(0, 1).index_select(0, real);    // [frame, feature]
        Tensor hidden = frame.call(inputNorm.call(frames));                    // [frame, width]

        Tensor padded = zeros(clips * time, hidden.shape[1], device: hidden.device)
            .index_add(0, real, hidden, one).view(clips, time, -1);              // [batch, time, width]
        Tensor mask = batch.Mask.unsqueeze(2);                                 // [batch, time, 1]
        Tensor mean = padded.sum(1) / mask.sum(1);                             // [batch, width]
        Tensor max = padded.masked_fill(mask.logical_not(), lowest).amax([1]); // [batch, width]
        return head.call(cat([max, mean], 1)).MoveToOuterDisposeScope();       // [batch, gloss]
    }

    /// <summary>Without the step counter, which nothing needs, and whose increment is not safe from the garbage collector in TorchSharp 0.107.</summary>
    private static BatchNorm1d BatchNorm(long width)
    {
        BatchNorm1d norm = nn.BatchNorm1d(width);
        norm.num_batches_tracked?.Dispose();
        norm.num_batches_tracked = null;
        return norm;
    }
}
