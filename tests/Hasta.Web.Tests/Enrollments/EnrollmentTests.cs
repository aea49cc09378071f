using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Web.Tests.Enrollments;

/// <summary>A real server with the shipped model and an empty library, and real HTTP.</summary>
public sealed class EnrollmentTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Library => folder.At("signs");

    [Fact]
    public async Task A_sign_is_checked_taught_listed_exported_and_removed()
    {
        await using TeachingServer server = await TeachingServer.StartAsync(Library);
        byte[][] takes = [Take(90), Take(60)];

        JsonElement check = await JsonAsync(await server.PostAsync("api/enrollments/check", takes, ("gloss", "TEAPOT")));
        Assert.Equal("[]", await server.Client.GetStringAsync("api/enrollments", Cancelled));
        Assert.False(Directory.Exists(Library));
        JsonElement answer = await JsonAsync(await server.EnrollAsync("TEAPOT", takes));
        JsonElement again = await JsonAsync(await server.EnrollAsync("KETTLE", takes[0]), 409);

        Assert.Equal((2, 2), (check.GetProperty("usable").GetInt32(), answer.GetProperty("usable").GetInt32()));
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("similar").ValueKind);
        Assert.Contains("leave this file out", again.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            "[{\"gloss\":\"TEAPOT\",\"clips\":2,\"signers\":1}]", await server.Client.GetStringAsync("api/enrollments", Cancelled));
        Assert.Equal("enrolled", await server.KindOfAsync("TEAPOT"));
        using (var zip = new ZipArchive(await server.Client.GetStreamAsync("api/enrollments/export", Cancelled)))
        {
            Assert.Contains(zip.Entries, entry => entry.FullName == "manifest.jsonl");
            Assert.Equal(2, zip.Entries.Count(entry => entry.FullName.EndsWith(".pose", StringComparison.Ordinal)));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync("api/enrollments/TEAPOT", Cancelled)).StatusCode);
        Assert.Null(await server.KindOfAsync("TEAPOT"));
        Assert.Equal("[]", await server.Client.GetStringAsync("api/enrollments", Cancelled));
        await JsonAsync(await server.Client.DeleteAsync("api/enrollments/TEAPOT", Cancelled), 404);
        await JsonAsync(await server.Client.GetAsync("api/enrollments/export", Cancelled), 404);
    }

    [Fact]
    public async Task A_name_may_have_a_slash_and_consent_is_given_once()
    {
        await using TeachingServer server = await TeachingServer.StartAsync(Library);
        await JsonAsync(await server.EnrollAsync("और/या", [Take(90)]));
        await JsonAsync(await server.PostAsync("api/enrollments", [Take(60)], ("gloss", "और/या"), ("signer", "anita")));

        Assert.Single(await File.ReadAllLinesAsync(folder.At("signs", "consent.jsonl"), Cancelled));
        HttpResponseMessage removed = await server.Client.DeleteAsync($"api/enrollments/{Uri.EscapeDataString("और/या")}", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task A_refused_form_names_the_remedy_and_writes_nothing()
    {
        await using TeachingServer server = await TeachingServer.StartAsync(Library);
        byte[] take = Take(60);
        byte[] still = Take(60, seesHand: false);

        await RefusedAsync(400, "consent", server.PostAsync("api/enrollments", [take], ("gloss", "TEAPOT"), ("signer", "anita")));
        await RefusedAsync(400, "signer", server.PostAsync("api/enrollments", [take], ("gloss", "TEAPOT"), ("consent", "yes")));
        await RefusedAsync(400, "sign", server.EnrollAsync(" ", [take]));
        await RefusedAsync(400, "200 characters", server.EnrollAsync(new string('x', 201), [take]));
        await RefusedAsync(400, "take 2", server.EnrollAsync("TEAPOT", [take, "no pose"u8.ToArray()]));
        await RefusedAsync(400, "no hand is seen", server.EnrollAsync("TEAPOT", [still]));
        await RefusedAsync(400, "1 to 10 files", server.EnrollAsync("TEAPOT", [.. Enumerable.Repeat(take, 11)]));
        await RefusedAsync(400, "1 to 10 files", server.EnrollAsync("TEAPOT", []));
        await RefusedAsync(400, "2 MiB", server.EnrollAsync("TEAPOT", [new byte[(2 << 20) + 1]]));
        await RefusedAsync(400, "field", server.PostAsync("api/enrollments", [take], ("gloss", "TEAPOT"), ("colour", "red")));
        using var cut = new StringContent("x");
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        await RefusedAsync(400, "multipart", server.Client.PostAsync("api/enrollments", cut, Cancelled));
        await RefusedAsync(415, "multipart", server.Client.PostAsync("api/enrollments", new StringContent("{}"), Cancelled));

        Assert.False(Directory.Exists(Library));
    }

    [Fact]
    public async Task Without_a_library_the_remedy_is_named()
    {
        await using TeachingServer server = await TeachingServer.StartAsync(null);

        await RefusedAsync(404, "--library", server.Client.GetAsync("api/enrollments", Cancelled));
        await RefusedAsync(404, "--library", server.EnrollAsync("TEAPOT", [Take(60)]));
        Assert.Null(await server.KindOfAsync("TEAPOT"));
        Assert.False(await server.CanTeachAsync());
    }

    [Fact]
    public async Task A_server_that_does_not_teach_neither_shows_nor_changes_the_library()
    {
        await using (TeachingServer teaching = await TeachingServer.StartAsync(Library))
        {
            await JsonAsync(await teaching.EnrollAsync("TEAPOT", Take(90)));
            Assert.True(await teaching.CanTeachAsync());
        }

        await using TeachingServer server = await TeachingServer.StartAsync(Library, canTeach: false);

        await RefusedAsync(403, "--no-teach", server.Client.GetAsync("api/enrollments", Cancelled));
        await RefusedAsync(403, "--no-teach", server.Client.GetAsync("api/enrollments/export", Cancelled));
        await RefusedAsync(403, "--no-teach", server.EnrollAsync("KETTLE", [Take(60)]));
        await RefusedAsync(403, "--no-teach", server.Client.DeleteAsync("api/enrollments/TEAPOT", Cancelled));
        Assert.False(await server.CanTeachAsync());
        Assert.Equal("enrolled", await server.KindOfAsync("TEAPOT"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, int status = 200)
    {
        string text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True((int)response.StatusCode == status, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task RefusedAsync(int status, string remedy, Task<HttpResponseMessage> request)
    {
        using HttpResponseMessage response = await request;
        JsonElement problem = await JsonAsync(response, status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(remedy, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private byte[] Take(int frames, bool seesHand = true)
    {
        string path = folder.At($"{frames}.pose");
        PoseFile.Write(path, new Puppet { Frames = frames, SeesHand = (_, _) => seesHand }.Sign());
        return File.ReadAllBytes(path);
    }
}
