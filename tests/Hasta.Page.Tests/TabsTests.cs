using System.Text.Json.Nodes;
using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using Hasta.Recognition;
using Hasta.TestKit;

namespace Hasta.Page.Tests;

/// <summary>What needs no camera: words, the model, languages and themes.</summary>
public sealed class TabsTests(PageBench bench)
{
    [Theory]
    [InlineData("en", "thankyou", "Thankyou")]
    [InlineData("en", "namaste (greeting)", "Namaste")]
    [InlineData("hi", "नमस्ते", "Namaste")]
    public Task A_word_is_found_in_either_language(string language, string search, string gloss) =>
        bench.VisitAsync(new VisitOptions { Language = language }, async visit =>
        {
            await new TabBar(visit).OpenAsync("words");
            var words = new WordsPage(visit);
            await words.ExpectCountAsync(await CountWordsAsync());

            await words.SearchAsync(search);

            await words.ExpectAsync(GlossInfo.DisplayOf(gloss));
            await words.ExpectCountAsync(1);
            await words.SearchAsync("no such word");
            await words.ExpectCountAsync(0);
        });

    [Fact]
    public Task A_category_shows_its_words_only() => bench.VisitAsync(new VisitOptions(), async visit =>
    {
        await new TabBar(visit).OpenAsync("words");
        var words = new WordsPage(visit);

        await words.ChooseCategoryAsync("Greetings");

        await words.ExpectAsync("Hello");
        Assert.True(await words.Items.CountAsync() < await CountWordsAsync());
    });

    [Fact]
    public Task The_model_is_told_with_those_for_whom_it_works_worst() => bench.VisitAsync(new VisitOptions(), async visit =>
    {
        JsonNode card = JsonNode.Parse(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "models", "isl-words", "card.json")))!;
        int worst = (int)Math.Round(100 * (double)card["accuracy"]!["worstStranger"]!, MidpointRounding.AwayFromZero);

        await new TabBar(visit).OpenAsync("model");

        await new ModelPage(visit).ExpectAsync($"{worst}%", (string)card["licence"]!, (await bench.ServerAsync()).Options.Model);
    });

    [Theory]
    [InlineData("en", "hi")]
    [InlineData("hi", "en")]
    public Task The_browsers_language_is_used_until_another_is_chosen(string first, string second) =>
        bench.VisitAsync(new VisitOptions { Language = first }, async visit =>
        {
            var bar = new TabBar(visit);
            await bar.ExpectLanguageAsync(first);

            await bar.SwitchLanguageAsync();

            await bar.ExpectLanguageAsync(second);
            await visit.Page.ReloadAsync();
            await bar.ExpectLanguageAsync(second);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_systems_theme_is_used_until_another_is_chosen(bool isDark) =>
        bench.VisitAsync(new VisitOptions { IsDark = isDark }, async visit =>
        {
            var bar = new TabBar(visit);
            await bar.ExpectDarkAsync(isDark);

            await bar.SwitchThemeAsync();

            await bar.ExpectDarkAsync(!isDark);
            await visit.Page.ReloadAsync();
            await bar.ExpectDarkAsync(!isDark);
        });

    private async Task<int> CountWordsAsync()
    {
        using var client = new HttpClient { BaseAddress = (await bench.ServerAsync()).Address };
        string words = await client.GetStringAsync("api/words", TestContext.Current.CancellationToken);
        return JsonNode.Parse(words)!.AsArray().Count;
    }
}
