using Hasta.Recognition.Models;

namespace Hasta.Bench;

/// <summary>The networks to measure.</summary>
internal static class BenchModels
{
    /// <summary>Name in the tables, name in the peer, and settings of each network.</summary>
    public static IReadOnlyList<(string Name, string Peer, ModelConfig Config)> All { get; } =
    [
        ("LandmarkMlp", "mlp", new LandmarkMlpConfig()),
        ("ConvTransformer small", "conv-small", ConvTransformerConfig.Small),
        ("ConvTransformer full", "conv-full", new ConvTransformerConfig()),
        ("BiLstm", "lstm", new BiLstmConfig()),
    ];
}
