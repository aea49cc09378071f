using Hasta.Recognition.Live.Tagging;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Segmentation;

/// <summary>The network of <see cref="SignTagger"/> for training.</summary>
internal sealed class TaggerModel : nn.Module<Tensor, Tensor>
{
    private const double Dropout = 0.2;

    private readonly Linear first = nn.Linear(TaggerGrid.WindowWidth, SignTagger.FirstWidth);
    private readonly Linear second = nn.Linear(SignTagger.FirstWidth, SignTagger.SecondWidth);
    private readonly Linear output = nn.Linear(SignTagger.SecondWidth, SignTagger.Tags);
    private readonly Dropout dropout = nn.Dropout(Dropout);

    public TaggerModel()
        : base(nameof(TaggerModel))
    {
        RegisterComponents();
    }

    /// <param name="input"><c>[batch, <see cref="TaggerGrid.WindowWidth"/>]</c>.</param>
    /// <returns>Logits <c>[batch, <see cref="SignTagger.Tags"/>]</c>.</returns>
    public override Tensor forward(Tensor input)
    {
        Tensor hidden = dropout.call(first.call(input).relu()); // [batch, 256]
        hidden = dropout.call(second.call(hidden).relu());      // [batch, 64]
        return output.call(hidden);                             // [batch, tag]
    }

    /// <returns>The weights in the order of <see cref="SignTagger.Tensors"/>.</returns>
    public float[][] Weights()
    {
        Dictionary<string, Tensor> state = state_dict();
        return [.. SignTagger.Tensors.Select(tensor => state[tensor.Name].data<float>().ToArray())];
    }
}
