using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.TestKit;

namespace Hasta.Web.Tests.Clips;

/// <summary>Clips over HTTP, to a real server.</summary>
[Collection("temporary clips")]
public sealed class ClipEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pose_file_gets_the_answer_of_the_tool_and_its_landmarks()
    {
        using var folder = new TempFolder();
        string path = PoseOf(folder, new Puppet());
        await using RunningServer server = await RunningServer.StartAsync();
        SignResult expected = await server.Recognizer.RecognizeFileAsync(path, Cancelled);

        JsonObject answer = await OkAsync(server, await File.ReadAllBytesAsync(path, Cancelled), "?pose=true");

        await File.WriteAllBytesAsync(folder.At("back.pose"), Convert.FromBase64String((string)answer["pose"]!), Cancelled);
        Assert.Equal(30, PoseFile.Read(folder.At("back.pose")).Frames.Count);
        answer.Remove("pose");
        answer.Remove("warnings");
        string line = JsonSerializer.Serialize(RecognitionLine.From("upload", expected), StrictJson.Line);
        Assert.Equal(line, answer.ToJsonString(StrictJson.Line));
    }

    [Fact]
    public async Task A_video_is_recognized_and_its_landmarks_are_sent_on_request_only()
    {
        string video = SharedData.Path("asl24-videos", "more", "2.mp4");
        byte[] bytes = await File.ReadAllBytesAsync(video, Cancelled);
        await using RunningServer server = await RunningServer.StartAsync();

        JsonObject answer = await OkAsync(server, bytes, "");

        Assert.Equal((await server.Recognizer.RecognizeFileAsync(video, Cancelled)).Gloss, (string?)answer["gloss"]);
        Assert.NotNull(answer["warnings"]);
        Assert.False(answer.ContainsKey("pose"));
    }

    [Fact]
    public async Task What_is_no_clip_is_refused_with_a_remedy()
    {
        using var folder = new TempFolder();
        byte[] pose = await File.ReadAllBytesAsync(PoseOf(folder, new Puppet()), Cancelled);
        byte[] nobody = await File.ReadAllBytesAsync(
            PoseOf(folder, new Puppet { SeesBody = _ => false, SeesHand = (_, _) => false }), Cancelled);
        await using RunningServer server = await RunningServer.StartAsync();

        Assert.Contains("not a video", await ProblemAsync(server, "This is no clip."u8.ToArray(), HttpStatusCode.BadRequest));
        Assert.Contains("no body", await ProblemAsync(server, [], HttpStatusCode.BadRequest));
        Assert.Contains("not a complete .pose file", await ProblemAsync(server, pose[..^9], HttpStatusCode.BadRequest));
        Assert.Contains("hips up", await ProblemAsync(server, nobody, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Large_and_slow_clips_are_refused_and_leave_nothing_behind()
    {
        using var folder = new TempFolder();
        byte[] pose = await File.ReadAllBytesAsync(PoseOf(folder, new Puppet()), Cancelled);
        await using (RunningServer small = await RunningServer.StartAsync(new WebServerOptions { MaxClipBytes = 1000 }))
        {
            Assert.Contains("1000 bytes", await ProblemAsync(small, pose, HttpStatusCode.RequestEntityTooLarge));
        }

        var impatient = new WebServerOptions { ClipTimeout = TimeSpan.FromMilliseconds(100) };
        await using RunningServer hasty = await RunningServer.StartAsync(impatient);
        Assert.Contains("shorter", await ProblemAsync(hasty, new SlowContent(pose), HttpStatusCode.ServiceUnavailable));
    }

    private static string PoseOf(TempFolder folder, Puppet puppet)
    {
        string path = folder.At(Guid.NewGuid() + ".pose");
        PoseFile.Write(path, puppet.Sign());
        return path;
    }

    private static Task<HttpResponseMessage> PostAsync(RunningServer server, HttpContent clip, string query) =>
        server.Client.PostAsync(new Uri("api/recognize" + query, UriKind.Relative), clip, Cancelled);

    private static async Task<JsonObject> OkAsync(RunningServer server, byte[] clip, string query)
    {
        HttpResponseMessage response = await PostAsync(server, new ByteArrayContent(clip), query);
        string text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(response.IsSuccessStatusCode, text);
        AssertNothingLeft();
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <returns>The detail.</returns>
    private static Task<string> ProblemAsync(RunningServer server, byte[] clip, HttpStatusCode status) =>
        ProblemAsync(server, new ByteArrayContent(clip), status);

    private static async Task<string> ProblemAsync(RunningServer server, HttpContent clip, HttpStatusCode status)
    {
        HttpResponseMessage response = await PostAsync(server, clip, "");
        string text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        string detail = (string)JsonNode.Parse(text)!["detail"]!;
        Assert.DoesNotContain(Path.GetTempPath(), detail);
        AssertNothingLeft();
        return detail;
    }

    /// <summary>Tests of one collection run one after the other, and none outside it sends clips.</summary>
    private static void AssertNothingLeft() => Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "hasta-clip-*"));
}
