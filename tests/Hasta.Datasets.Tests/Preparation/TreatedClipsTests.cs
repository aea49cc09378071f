using Hasta.Datasets.Preparation;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>A clip's landmarks depend on the treatment of its frames.</summary>
public sealed class TreatedClipsTests : IDisposable
{
    private readonly PrepareBench bench = new();

    [Fact]
    public async Task The_manifest_records_a_treatment_and_nothing_without_one()
    {
        PrepareSummary summary = await bench.PrepareAsync(
            new MadeExtractor { Treatments = new() { ["Bye/3"] = "tone-mapped (smpte2084)" } });

        string[] lines = await File.ReadAllLinesAsync(Path.Combine(bench.Data, Manifest.FileName), TestContext.Current.CancellationToken);
        Assert.Contains(
            "\"picture\":\"tone-mapped (smpte2084)\"",
            Assert.Single(lines, line => line.Contains("picture", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("people", StringComparison.Ordinal));
        Assert.Equal((1, 0), (summary.Treated, summary.SeveralPeople));
        Assert.Equal("tone-mapped (smpte2084)", Manifest.Read(bench.Data).Single(entry => entry.Clip == "Bye/3").Picture);
    }

    [Fact]
    public async Task Only_a_clip_whose_treatment_would_change_is_redone()
    {
        await bench.PrepareAsync(new MadeExtractor());
        var again = new MadeExtractor { Treatments = new() { ["Bye/3"] = "deinterlaced (tff)" } };

        PrepareSummary summary = await bench.PrepareAsync(again);
        PrepareSummary third = await bench.PrepareAsync(again);

        Assert.Equal(["Bye/3"], again.Extracted);
        Assert.Equal((1, 5, 1), (summary.Prepared, summary.Reused, summary.Treated));
        Assert.Equal((0, 6, 1), (third.Prepared, third.Reused, third.Treated));
    }

    [Fact]
    public async Task Clips_with_several_people_are_also_counted_in_later_invocations()
    {
        PrepareSummary first = await bench.PrepareAsync(new MadeExtractor { People = 3 });
        PrepareSummary second = await bench.PrepareAsync(new MadeExtractor { People = 3 });

        Assert.Equal((6, 6), (first.SeveralPeople, second.SeveralPeople));
        Assert.All(Manifest.Read(bench.Data), entry => Assert.Equal(3, entry.People));
    }

    public void Dispose() => bench.Dispose();
}
