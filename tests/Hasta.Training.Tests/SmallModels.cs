using Hasta.Recognition.Models;

namespace Hasta.Training.Tests;

/// <summary>Every kind of network with a few thousand parameters each, including everything random.</summary>
internal static class SmallModels
{
    private static readonly Dictionary<string, ModelConfig> Configs = new()
    {
        ["landmarkMlp"] = new LandmarkMlpConfig { Width = 16 },
        ["biLstm"] = new BiLstmConfig { Width = 8 },
        ["convTransformer"] = new ConvTransformerConfig { Width = 8, Stages = 1, ConvBlocks = 1, Heads = 2, Kernel = 5 },
    };

    public static TheoryData<string> Names => [.. Configs.Keys];

    public static ModelConfig Create(string name) => Configs[name];
}
