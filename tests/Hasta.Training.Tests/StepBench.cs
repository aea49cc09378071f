using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests;

/// <summary>Optimiser steps without a trainer.</summary>
internal sealed class StepBench : IDisposable
{
    public static readonly LoadedClip[] Clips = SmallCorpus.Training(takes: 3);
    private readonly OptimizationStep stepper;
    private readonly BatchLoader loader;

    public StepBench(TrainingConfig config, MemoryLimit? memory = null)
    {
        Progress = new TrainingState(new TrainingInput { Vocabulary = SmallCorpus.Vocabulary, Train = Clips }, config, CPU);
        loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, config);
        stepper = new OptimizationStep(config, CPU, Progress, NullLogger.Instance)
        {
            Memory = memory ?? MemoryLimit.None,
            Steps = 100,
            StepsPerEpoch = loader.StepsPerEpoch,
            Glosses = SmallCorpus.Vocabulary.Count,
        };
    }

    public TrainingState Progress { get; }

    /// <summary>The learning rate of each step so far.</summary>
    public List<double> Rates { get; } = [];

    /// <summary>Weights and norm statistics, by name.</summary>
    public float[] Numbers =>
    [
        .. Weights.Collect(Progress.Classifier)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.data<float>().ToArray()),
    ];

    public StepBench Run(int epochs = 3)
    {
        Progress.Classifier.train();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            (Progress.Epoch, Progress.Step) = (epoch, 0);
            foreach (TrainingBatch batch in loader.Epoch(epoch))
            {
                stepper.Step(batch, last: null);
                Rates.Add(stepper.Rate);
            }
        }

        return this;
    }

    public void Dispose()
    {
        Progress.Average.Dispose();
        Progress.Dispose();
    }
}
