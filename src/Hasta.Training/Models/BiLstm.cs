using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models;

/// <summary>Bidirectional LSTM (Hochreiter and Schmidhuber 1997), then maximum and mean over the real frames.</summary>
internal sealed class BiLstm : Classifier
{
    private readonly BatchNorm1d inputNorm;
    private readonly Linear embed;
    private readonly LSTM lstm;
    private readonly Sequential head;

    public BiLstm(BiLstmConfig config, int features, int glosses)
        : base(nameof(BiLstm))
    {
        inputNorm = FrameNorm.Create(features);
        embed = nn.Linear(features, config.Width);
        lstm = nn.LSTM(config.Width, config.Width, batchFirst: true, bidirectional: true);
        head = nn.Sequential(nn.Dropout(config.HeadDropout), nn.Linear(4 * config.Width, glosses));
        RegisterComponents();
    }

    public override Tensor Embed(FeatureBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(batch.Mask);
        Tensor frames = nn.functional.silu(embed.call(inputNorm.call(real.Pack(batch.Features)))); // [frame, width]
        Tensor lengths = batch.Mask.sum(1).cpu();                                                  // [batch]
        var packed = nn.utils.rnn.pack_padded_sequence(real.Pad(frames), lengths, batch_first: true, enforce_sorted: false);
        (var output, Tensor hidden, Tensor cell) = lstm.call(packed);
        (Tensor padded, Tensor _) = nn.utils.rnn.pad_packed_sequence(
            output, batch_first: true, total_length: batch.Mask.shape[1]);                         // [batch, time, 2 width]
        hidden.Dispose();
        cell.Dispose();
        return cat([real.Max(padded), real.Mean(padded)], 1).MoveToOuterDisposeScope();            // [batch, 4 width]
    }

    public override Tensor Classify(Tensor embedding) => head.call(embedding);
}
