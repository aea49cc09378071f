using System.Text.Json;
using System.Text.RegularExpressions;
using Hasta.TestKit;
using Hasta.Web.Tests.Enrollments;

namespace Hasta.Web.Tests.OpenApi;

public sealed partial class ApiDocumentTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_of_the_protocol_is_described()
    {
        string protocol = await File.ReadAllTextAsync(Path.Combine(SharedData.RepositoryRoot, "docs", "protocol.md"), Cancelled);
        string[] documented = [.. Row().Matches(protocol).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}")];
        await using TeachingServer server = await TeachingServer.StartAsync(folder.At("signs"));

        using JsonDocument document = JsonDocument.Parse(await server.Client.GetStringAsync("openapi/v1.json", Cancelled));

        string[] described =
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(action => $"{action.Name.ToUpperInvariant()} {path.Name}")),
        ];
        Assert.True(documented.Length >= 10, string.Join(", ", documented));
        Assert.Equal(documented.Where(request => request != "GET /openapi/v1.json").Order(), described.Order());
        JsonElement teach = document.RootElement.GetProperty("paths").GetProperty("/api/enrollments").GetProperty("post");
        Assert.True(teach.GetProperty("requestBody").GetProperty("content").TryGetProperty("multipart/form-data", out _));
        JsonElement conflict = teach.GetProperty("responses").GetProperty("409").GetProperty("content");
        Assert.True(conflict.TryGetProperty("application/problem+json", out _));
        Assert.All(
            document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            action => Assert.NotEmpty(action.Value.GetProperty("summary").GetString()!));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"^\| `(GET|POST|DELETE) (/[^`?]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
