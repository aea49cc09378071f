using Hasta.TestKit;
using Hasta.Training.Hub;

namespace Hasta.Training.Tests.Hub;

public sealed class HubTokenTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("HF_TOKEN=hf_abc")]
    [InlineData("export HF_TOKEN = hf_abc")]
    [InlineData("# mine\nOTHER=1\nHF_TOKEN=\"hf_abc\" # of this folder")]
    [InlineData("HF_TOKEN='hf_abc'\r\n")]
    [InlineData("HF_TOKEN=old\nHF_TOKEN=hf_abc # new")]
    public void A_dot_env_file_is_read(string text)
    {
        folder.Write(".env", text);

        Assert.Equal("Bearer hf_abc", Sent(HubToken.Find(_ => null, folder.Path)!));
    }

    [Fact]
    public void The_environment_takes_precedence()
    {
        folder.Write(".env", "HF_TOKEN=hf_file");

        Assert.Equal("Bearer hf_shell", Sent(HubToken.Find(_ => " hf_shell ", folder.Path)!));
        Assert.Null(HubToken.Find(_ => "", folder.At("none")));
    }

    [Theory]
    [InlineData("hf abc")]
    [InlineData("hf_abc\r\nHost: other")]
    [InlineData("hf_äbc")]
    public void An_invalid_token_is_rejected_without_printing_it(string text) =>
        Assert.DoesNotContain(
            text,
            Assert.Throws<HubException>(() => HubToken.Find(_ => text, folder.Path)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_token_is_neither_in_text_nor_in_json()
    {
        HubOptions options = HubOptions.From(name => name == "HF_TOKEN" ? "hf_abc" : null, folder.Path);

        Assert.DoesNotContain("hf_abc", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hf_abc", System.Text.Json.JsonSerializer.Serialize(options.Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hub.example")]
    [InlineData("ftp://hub.example")]
    [InlineData("https://user:password@hub.example")]
    public void An_invalid_endpoint_is_rejected(string endpoint) =>
        Assert.Throws<HubException>(() => HubOptions.From(name => name == "HF_ENDPOINT" ? endpoint : null, folder.Path));

    [Theory]
    [InlineData("http://hub.example", true)]
    [InlineData("https://hub.example", false)]
    [InlineData("http://127.0.0.1:8080", false)]
    public void A_token_is_not_sent_over_an_unencrypted_connection(string endpoint, bool refused)
    {
        Exception? error = Record.Exception(() =>
            HubOptions.From(name => name switch { "HF_ENDPOINT" => endpoint, "HF_TOKEN" => "hf_abc", _ => null }, folder.Path));

        Assert.Equal(refused, error is HubException);
        Assert.DoesNotContain("hf_abc", error?.Message ?? "", StringComparison.Ordinal);
    }

    private static string Sent(HubToken token)
    {
        using var request = new HttpRequestMessage();
        token.Authorize(request);
        return request.Headers.Authorization!.ToString();
    }
}
