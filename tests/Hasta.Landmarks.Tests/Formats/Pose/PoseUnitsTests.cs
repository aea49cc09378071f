using Hasta.Landmarks.Formats;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

public sealed class PoseUnitsTests : IDisposable
{
    private static readonly PoseDocument Pixels = MadeClip.ToDocument(new Puppet { SeesHand = (time, _) => time % 3 > 0 }.Sign());

    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("fractions", ".pose")]
    [InlineData("fractions", ".csv")]
    [InlineData("fractions", ".npy")]
    [InlineData("shoulders", ".pose")]
    [InlineData("shoulders", ".csv")]
    public void Other_units_are_reported_and_converted(string units, string extension)
    {
        PoseDocument other = units == "fractions" ? Fractions() : Shoulders();
        PoseWriter.Write(folder.At("other.pose"), other);
        var error = Assert.Throws<BadFileException>(() => PoseFile.Read(folder.At("other.pose")));
        Assert.Contains($"--units {units}", error.Message, StringComparison.Ordinal);
        Convert("other.pose", $"in{extension}", new PoseConversionOptions());

        Convert($"in{extension}", "out.pose", new PoseConversionOptions { Units = Enum.Parse<CoordinateUnits>(units, ignoreCase: true) });

        LandmarkSequence read = PoseFile.Read(folder.At("out.pose"));
        AssertSimilar(PoseFile.ToSequence("pixels", Pixels), read, isSame: units == "fractions");
    }

    [Fact]
    public void Fractions_of_a_frame_of_unknown_size_require_the_size()
    {
        PoseDocument other = Fractions();
        PoseWriter.Write(folder.At("other.pose"), other with { Header = other.Header with { Width = 0, Height = 0 } });

        var error = Assert.Throws<BadFileException>(() =>
            Convert("other.pose", "out.pose", new PoseConversionOptions { Units = CoordinateUnits.Fractions }));
        Assert.Contains("--size", error.Message, StringComparison.Ordinal);

        Convert("other.pose", "out.pose", new PoseConversionOptions { Units = CoordinateUnits.Fractions, Size = (640, 480) });
        AssertSimilar(PoseFile.ToSequence("pixels", Pixels), PoseFile.Read(folder.At("out.pose")), isSame: true);
    }

    [Theory]
    [InlineData(CoordinateUnits.Fractions)]
    [InlineData(CoordinateUnits.Shoulders)]
    public void Pixels_are_not_converted_again(CoordinateUnits units)
    {
        PoseWriter.Write(folder.At("pixels.pose"), Pixels);

        var error = Assert.Throws<BadFileException>(() => Convert("pixels.pose", "out.pose", new PoseConversionOptions { Units = units }));

        Assert.Contains("look like pixels", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("out.pose")));
    }

    [Fact]
    public void Small_numbers_in_no_known_unit_are_refused_without_suggesting_a_command()
    {
        PoseDocument scores = PoseCut.Move(Pixels, (number, dimension) => (number - (dimension == 0 ? 300 : 200)) / 400);

        var error = Assert.Throws<BadFileException>(() => PoseFile.ToSequence("scores", scores));

        Assert.DoesNotContain("--units", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Coordinates_of_a_distant_signer_in_the_corner_are_taken_as_pixels() =>
        Assert.Equal(
            30,
            PoseFile.ToSequence("far", MadeClip.ToDocument(new Puppet { ShoulderWidth = 1.5f, Place = new(20, 20) }.Sign())).Frames.Count);

    [Theory]
    [InlineData(0, 480, 25, "--size WIDTHxHEIGHT")]
    [InlineData(640, 0, 25, "--size WIDTHxHEIGHT")]
    [InlineData(640, 480, 0, "--fps N")]
    [InlineData(0, 0, float.NaN, "--size WIDTHxHEIGHT --fps N")]
    public void The_error_for_a_header_without_size_or_rate_names_the_command_that_fixes_it(
        ushort width,
        ushort height,
        float fps,
        string options)
    {
        PoseDocument without = Pixels with { Fps = fps, Header = Pixels.Header with { Width = width, Height = height } };
        PoseWriter.Write(folder.At("in.pose"), without);

        var error = Assert.Throws<BadFileException>(() => PoseFile.Read(folder.At("in.pose")));

        Assert.EndsWith($"hasta convert {folder.At("in.pose")} OUT.pose {options}", error.Message, StringComparison.Ordinal);
        Convert("in.pose", "out.pose", new PoseConversionOptions { Size = (640, 480), Fps = 12 });
        LandmarkSequence read = PoseFile.Read(folder.At("out.pose"));
        Assert.Equal((12, 640, 480), (read.Fps, read.Width, read.Height));
    }

    [Fact]
    public void One_person_of_several_is_extracted()
    {
        PoseWriter.Write(folder.At("two.pose"), PoseCut.Join(PoseCut.Freeze(Pixels, 0), Pixels));

        Convert("two.pose", "one.pose", new PoseConversionOptions { Person = 2 });

        Assert.Equal(PoseBytes.Encode(Pixels), File.ReadAllBytes(folder.At("one.pose")));
        Assert.Throws<BadFileException>(() => Convert("two.pose", "three.pose", new PoseConversionOptions { Person = 3 }));
    }

    public void Dispose() => folder.Dispose();

    private void Convert(string from, string to, PoseConversionOptions options) =>
        PoseConversion.Convert(folder.At(from), folder.At(to), options, TestContext.Current.CancellationToken);

    private static PoseDocument Fractions() => PoseCut.Move(Pixels, (number, dimension) => number / (dimension == 1 ? 480 : 640));

    private static PoseDocument Shoulders() =>
        PoseCut.Move(Pixels, (number, dimension) => (number - (dimension == 0 ? 300 : dimension == 1 ? 200 : 0)) / 120);

    /// <summary>
    /// Asserts the same positions or, if the unit does not define the person's position, the same distances in shoulder widths.
    /// </summary>
    private static void AssertSimilar(LandmarkSequence expected, LandmarkSequence actual, bool isSame)
    {
        float scale = isSame ? 1 : ShoulderWidth(expected.Frames[0]) / ShoulderWidth(actual.Frames[0]);
        Assert.All(expected.Frames.Zip(actual.Frames), pair =>
        {
            Landmark from = pair.First[LandmarkLayout.LeftShoulder];
            Landmark to = pair.Second[LandmarkLayout.LeftShoulder];
            Assert.All(pair.First.All.ToArray().Zip(pair.Second.All.ToArray()), point =>
            {
                Assert.Equal(point.First.IsMissing, point.Second.IsMissing);
                Assert.True(point.First.IsMissing || Math.Abs(point.First.X - from.X - (scale * (point.Second.X - to.X))) < 0.05f);
                Assert.True(point.First.IsMissing || Math.Abs(point.First.Y - from.Y - (scale * (point.Second.Y - to.Y))) < 0.05f);
            });
            Assert.True(!isSame || Math.Abs(from.X - to.X) < 0.05f);
        });
    }

    private static float ShoulderWidth(LandmarkFrame frame) => frame[LandmarkLayout.LeftShoulder].X - frame[LandmarkLayout.RightShoulder].X;
}
