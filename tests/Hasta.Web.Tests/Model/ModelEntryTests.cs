using System.Text.Json.Nodes;
using Hasta.Landmarks;
using Hasta.TestKit;

namespace Hasta.Web.Tests.Model;

public sealed class ModelEntryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shipped_model_tells_its_worst_figure()
    {
        await using RunningServer server = await RunningServer.StartAsync(new WebServerOptions { MinConfidence = 0.7 });

        JsonNode model = await ModelAsync(server);

        Assert.Equal(0.811, (double)model["accuracy"]!["worstStranger"]!);
        Assert.Equal(0.89, (double)model["accuracy"]!["strangers"]!);
        Assert.Equal(57, (int)model["words"]!);
        Assert.Equal(0.7, (double)model["minConfidence"]!);
        Assert.Equal(server.Recognizer.UnsureBelow, (double)model["unsureBelow"]!);
        Assert.StartsWith("hasta-holistic", (string?)model["engine"]);
        Assert.Equal("Apache-2.0", (string?)model["licence"]);
        Assert.Contains("does not translate", (string?)model["notes"]![0]);
    }

    [Fact]
    public async Task A_model_without_a_card_has_no_figures_and_a_bad_card_is_an_error()
    {
        using var folder = new TempFolder();
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "models", "isl-words")))
        {
            File.Copy(file, folder.At(Path.GetFileName(file)));
        }

        File.Delete(folder.At("card.json"));
        await using (RunningServer server = await RunningServer.StartAsync(model: folder.Path))
        {
            JsonObject model = (await ModelAsync(server)).AsObject();
            Assert.True(model.ContainsKey("accuracy"));
            Assert.Null(model["accuracy"]);
            Assert.Null(model["licence"]);
        }

        folder.Write("card.json", """{"licence":"MIT","accuracy":{"strangers":88,"worstStranger":0.5,"source":"A guess."}}""");
        await Assert.ThrowsAsync<BadFileException>(() => RunningServer.StartAsync(model: folder.Path));
    }

    private static async Task<JsonNode> ModelAsync(RunningServer server) =>
        JsonNode.Parse(await server.Client.GetStringAsync(new Uri("api/model", UriKind.Relative), Cancelled))!;
}
