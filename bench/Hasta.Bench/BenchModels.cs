using Hasta.Recognition.Models;

namespace Hasta.Bench;

/// <summary>The networks that are measured.</summary>
internal static class BenchModels
{
    /// <summary>By the names in the tables, with the peer's name for each.</summary>
    public static IReadOnlyList<(string Name, string Peer, ModelConfig Config)> All { get; } =
    [
        ("LandmarkMlp", "mlp", new LandmarkMlpConfig()),
        ("ConvTransformer small", "conv-small", ConvTransformerConfig.Small),
        ("ConvTransformer full", "conv-full", new ConvTransformerConfig()),
        ("BiLstm", "lstm", new BiLstmConfig()),
    ];
}
