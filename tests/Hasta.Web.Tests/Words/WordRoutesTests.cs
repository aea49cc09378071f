using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Web.Tests.Words;

public sealed class WordRoutesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_word_of_the_shipped_model_is_shown_by_a_signer_with_hands()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var folder = new TempFolder();
        JsonArray words = (await server.Client.GetFromJsonAsync<JsonArray>("api/words", Cancelled))!;

        Assert.Equal(57, words.Count(word => (bool)word!["hasPose"]!));
        foreach (string gloss in words.Where(word => (bool)word!["hasPose"]!).Select(word => (string)word!["gloss"]!))
        {
            byte[] pose = await server.Client.GetByteArrayAsync($"api/words/{Uri.EscapeDataString(gloss)}/pose", Cancelled);
            await File.WriteAllBytesAsync(folder.At("word.pose"), pose, Cancelled);
            LandmarkSequence sign = PoseFile.Read(folder.At("word.pose"));

            Assert.InRange(sign.Frames.Count, 24, 48);
            Assert.Contains(sign.Frames, frame => Landmark.AnySeen(frame.RightHand) || Landmark.AnySeen(frame.LeftHand));
        }
    }

    [Theory]
    [InlineData("Elephant")]
    [InlineData("..%2F..%2Fcard.json")]
    [InlineData("%2Fetc%2Fpasswd")]
    public async Task Other_names_have_no_reference(string gloss)
    {
        await using RunningServer server = await RunningServer.StartAsync();

        HttpResponseMessage answer = await server.Client.GetAsync($"api/words/{gloss}/pose", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
