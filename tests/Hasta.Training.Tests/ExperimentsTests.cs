using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks.IO;
using Hasta.TestKit;

namespace Hasta.Training.Tests;

/// <summary>Published experiments must stay readable and contain every setting.</summary>
public sealed class ExperimentsTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "experiments"), "*.json").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_experiment_contains_every_setting_and_no_other(string file)
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "experiments", file);
        TrainingConfig config = StrictJson.Read<TrainingConfig>(path);
        config.Validate();

        JsonNode whole = JsonSerializer.SerializeToNode(config, StrictJson.Indented)!;
        Assert.True(JsonNode.DeepEquals(whole, JsonNode.Parse(File.ReadAllText(path))));
    }
}
