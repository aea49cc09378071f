using System.Security.Cryptography;
using System.Text;
using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.Training.Evaluation.Strangers;

namespace Hasta.Training.Tests.Evaluation.Strangers;

public sealed class SourceTableTests : IDisposable
{
    private const string Header = "signer,source,language,half,ships\n";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Within each kind of source, every other one by the hash of its name: nobody has chosen the halves.</summary>
    [Fact]
    public void The_halves_of_the_published_table_are_fixed_by_hash()
    {
        var table = SourceTable.Read(Path.Combine(SharedData.RepositoryRoot, "experiments", "strangers", "sources.csv"));

        foreach (var kind in table.Sources.GroupBy(
            source => (source.IsConfirmed, source.Name.StartsWith("include_", StringComparison.Ordinal))))
        {
            IEnumerable<StrangerSource> byHash = kind.OrderBy(
                source => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Name))), StringComparer.Ordinal);
            Assert.All(
                byHash.Index(),
                source => Assert.Equal(source.Index % 2 == 0 ? SourceHalf.Choose : SourceHalf.Report, source.Item.Half));
        }
    }

    [Fact]
    public void Signers_of_a_source_share_it()
    {
        SourceTable table = Read("a1,a,confirmed,choose,yes\na2,a,confirmed,choose,yes\nb,b,unconfirmed,report,no\n");

        Assert.Equal(new StrangerSource("a", true, SourceHalf.Choose, true), table.Of("a2"));
        Assert.Equal(["a", "b"], table.Sources.Select(source => source.Name));
    }

    [Theory]
    [InlineData("a,a,maybe,choose,yes\n", "confirmed or unconfirmed")]
    [InlineData("a,a,confirmed,both,yes\n", "choose or report")]
    [InlineData("a,a,confirmed,choose,yes\na,b,confirmed,choose,yes\n", "again")]
    [InlineData("a1,a,confirmed,choose,yes\na2,a,confirmed,report,yes\n", "disagree")]
    public void A_wrong_row_is_rejected(string rows, string expected) =>
        Assert.Contains(expected, Assert.Throws<BadFileException>(() => Read(rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_signer_without_a_row_is_an_error() => Assert.Contains(
        "the signer b",
        Assert.Throws<BadFileException>(() => Read("a,a,confirmed,choose,yes\n").Of("b")).Message,
        StringComparison.Ordinal);

    private SourceTable Read(string rows) => SourceTable.Read(folder.Write("sources.csv", Header + rows));
}
