using Hasta.Landmarks;
using Hasta.Recognition.Live.Tagging;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Segmentation;

/// <summary>Trains the network that finds signs in streams.</summary>
internal static class TaggerTrainer
{
    private const int BatchSize = 512;
    private const double LearningRate = 2e-3;

    /// <param name="examples">Every step of the training streams.</param>
    /// <param name="epochs">Passes over them.</param>
    /// <param name="seed">Of weights and order.</param>
    /// <param name="progress">Counts epochs.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <returns>The weights in the order of <see cref="SignTagger.Tensors"/>.</returns>
    public static float[][] Train(
        TaggerExamples examples, int epochs, int seed, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        manual_seed(seed);
        using var model = new TaggerModel();
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int steps = epochs * (order.Length / BatchSize);
        using optim.Optimizer optimizer = optim.AdamW(model.parameters(), LearningRate, weight_decay: 1e-3);
        optim.lr_scheduler.LRScheduler schedule = optim.lr_scheduler.OneCycleLR(optimizer, LearningRate, total_steps: steps + 1);
        model.train();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            new Random(seed + epoch).Shuffle(order);
            double sum = 0;
            foreach (int[] batch in order.Chunk(BatchSize).Where(chunk => chunk.Length == BatchSize))
            {
                cancellationToken.ThrowIfCancellationRequested();
                sum += Step(model, optimizer, examples, batch);
                schedule.step();
            }

            progress.Report(new WorkProgress(epoch + 1, epochs, $"loss {sum / (order.Length / BatchSize):0.000}"));
        }

        return model.Weights();
    }

    private static float Step(TaggerModel model, optim.Optimizer optimizer, TaggerExamples examples, int[] batch)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = Rows(examples.Windows, TaggerGrid.WindowWidth, batch); // [batch, window]
        Tensor labels = Rows(examples.Labels, SignTagger.Tags, batch);        // [batch, tag]
        optimizer.zero_grad();
        Tensor loss = nn.functional.binary_cross_entropy_with_logits(model.call(input), labels);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    private static Tensor Rows(float[] all, int width, int[] examples)
    {
        float[] rows = new float[examples.Length * width];
        foreach ((int row, int example) in examples.Index())
        {
            all.AsSpan(example * width, width).CopyTo(rows.AsSpan(row * width));
        }

        return tensor(rows).reshape(examples.Length, width);
    }
}
