using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Models;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Models;

public sealed class PrototypeFileTests : IDisposable
{
    private static readonly Dictionary<string, (long[] Shape, float[] Values)> Valid = new()
    {
        ["mean"] = ([2], [0, 0]),
        ["projection"] = ([2, 2], [1, 0, 0, 1]),
        ["gloss/Tree"] = ([1, 2], [1, 0]),
    };

    private readonly TempFolder folder = new();

    private string File => folder.At(PrototypeFile.Name);

    [Fact]
    public void Signs_are_read_as_they_were_written()
    {
        var signs = new KnownSigns(
            new EmbeddingSpace([0.5f, 0], [1, 0, 0.5f, 2]),
            [
                new SignPrototype("Water \"mean\"", new SignEmbedding([1, 0])), new SignPrototype("mean", new SignEmbedding([0, 1])),
                new SignPrototype("mean", new SignEmbedding([0.6f, 0.8f])),
            ]);

        PrototypeFile.Write(File, signs);
        KnownSigns read = PrototypeFile.Read(File)!;

        Assert.Equal(signs.Space.Projection.ToArray(), read.Space.Projection.ToArray());
        Assert.Equal(["Water \"mean\"", "mean", "mean"], read.Prototypes.Select(prototype => prototype.Gloss));
        Assert.Equal(1, read.Prototypes[2].Point.Similarity(signs.Prototypes[2].Point), 1e-6);
    }

    [Fact]
    public void A_checkpoint_may_have_no_such_file() => Assert.Null(PrototypeFile.Read(File));

    [Theory]
    [InlineData("mean", new long[] { 3 }, new float[] { 0, 0, 0 })]
    [InlineData("mean", new long[] { 2 }, new[] { 0, float.NaN })]
    [InlineData("mean", new long[] { 0 }, new float[0])]
    [InlineData("projection", new long[] { 4 }, new float[] { 1, 0, 0, 1 })]
    [InlineData("gloss/Tree", new long[] { 2 }, new float[] { 1, 0 })]
    [InlineData("gloss/Tree", new long[] { 1, 1 }, new float[] { 1 })]
    [InlineData("gloss/Tree", new long[] { 0, 2 }, new float[0])]
    [InlineData("gloss/Tree", new long[] { 1, 2 }, new[] { 1, float.PositiveInfinity })]
    [InlineData("gloss/ ", new long[] { 1, 2 }, new float[] { 1, 0 })]
    [InlineData("Tree", new long[] { 1, 2 }, new float[] { 1, 0 })]
    public void Anything_else_is_an_error_that_names_the_file(string name, long[] shape, float[] values)
    {
        SafetensorsFile.Write(File, new Dictionary<string, (long[], float[])>(Valid) { [name] = (shape, values) });

        Assert.StartsWith(File, Assert.Throws<BadFileException>(() => PrototypeFile.Read(File)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("projection")]
    public void Mean_and_projection_are_required(string missing)
    {
        SafetensorsFile.Write(File, Valid.Where(tensor => tensor.Key != missing).ToDictionary());

        Assert.Throws<BadFileException>(() => PrototypeFile.Read(File));
    }

    public void Dispose() => folder.Dispose();
}
