using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Tests;

/// <summary>
/// One layer over the mean of a clip's frames: without norms and dropout, the sum of the micro-batches is the batch.
/// It can request more memory than any machine has.
/// </summary>
internal sealed record MadeModel : ModelConfig, IClassifierFactory
{
    public override string Name => "made for tests";

    /// <summary>Receives the number of clips at each pass; true makes libtorch's own allocator fail.</summary>
    public Func<int, bool> Fails { get; init; } = _ => false;

    public int MinClips { get; init; } = 1;

    public override long MinParameters(int features, int glosses) => 0;

    public override void Validate()
    {
    }

    public Classifier Create(int features, int glosses) => new Layer(this, features, glosses);

    private sealed class Layer : Classifier
    {
        private readonly Linear linear;
        private readonly MadeModel config;

        public Layer(MadeModel config, int features, int glosses)
            : base(nameof(Layer))
        {
            this.config = config;
            linear = nn.Linear(features, glosses);
            RegisterComponents();
        }

        public override int MinBatchSize => config.MinClips;

        public override Tensor Embed(FeatureBatch batch)
        {
            using DisposeScope scope = NewDisposeScope();
            if (config.Fails((int)batch.Features.shape[0]))
            {
                empty(1L << 50);
            }

            return (batch.Features.sum(1) / batch.Mask.sum(1, keepdim: true)).MoveToOuterDisposeScope();
        }

        public override Tensor Classify(Tensor embedding) => linear.call(embedding);
    }
}
