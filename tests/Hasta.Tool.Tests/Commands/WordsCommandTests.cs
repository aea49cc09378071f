using System.Text.Json;

namespace Hasta.Tool.Tests.Commands;

public sealed class WordsCommandTests
{
    [Fact]
    public async Task Every_word_of_the_shipped_model_has_hindi_and_measurements()
    {
        JsonElement[] words =
        [
            .. (await CliRun.RunSuccessfullyAsync("words", "--json")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

        Assert.Equal(57, words.Length);
        Assert.All(words, word =>
        {
            Assert.NotEmpty(word.GetProperty("hindi").GetString()!);
            Assert.NotEmpty(word.GetProperty("category").GetString()!);
            Assert.InRange(word.GetProperty("signers").GetInt32(), 2, 6);
            Assert.InRange(word.GetProperty("clips").GetInt32(), 8, 1000);
            Assert.InRange(word.GetProperty("top1").GetDouble(), 0, 1);
        });
    }

    [Fact]
    public async Task The_table_shows_display_names_and_confused_words()
    {
        string text = await CliRun.RunSuccessfullyAsync("words");

        Assert.Matches("Thank you +│ धन्यवाद +│ Greetings", text);
        Assert.Matches("Deaf .*│ Woman", text);
        Assert.Matches("Deaf .*│ 120 .*│ 69%", text);
    }

    [Fact]
    public async Task Words_of_one_signer_are_listed_on_request()
    {
        string text = await CliRun.RunSuccessfullyAsync("words", "--all-words");
        string[] lines = (await CliRun.RunSuccessfullyAsync("words", "--all-words", "--json"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Matches("Water .*│ one only: expect less", text);
        Assert.Equal(57 + 24, lines.Length);
        Assert.Equal(24, lines.Count(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString() == "oneSigner"));
    }

    [Fact]
    public async Task A_missing_model_is_an_error_of_the_user()
    {
        CliRun run = await CliRun.RunAsync("words", "--model", "/nowhere");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/nowhere", run.Error, StringComparison.Ordinal);
    }
}
