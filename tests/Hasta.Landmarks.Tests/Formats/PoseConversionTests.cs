using System.Text;
using Hasta.Landmarks.Formats;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats;

public sealed class PoseConversionTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string, string> RoundTrips => new MatrixTheoryData<string, string>(
        [
            "hand-estimation-1-v0.2.pose",
            "hand-estimation-2-v0.2.pose",
            "mediapipe-hand-normalized-v0.1.pose",
            "mediapipe-v0.1.pose",
            "openpose-v0.0.pose",
            "two people",
            "flat",
        ],
        ["table.csv", "array.npy", "old.pose", "oldest.pose"]);

    [Theory]
    [MemberData(nameof(RoundTrips))]
    public void Landmarks_survive_a_round_trip_byte_for_byte(string source, string between)
    {
        string original = Write(source);
        Converted(original, folder.At("straight.pose"), new PoseConversionOptions());

        Converted(original, folder.At(between), new PoseConversionOptions { Version = VersionOf(between) });
        Converted(folder.At(between), folder.At("back.pose"), new PoseConversionOptions());

        Assert.Equal(File.ReadAllBytes(folder.At("straight.pose")), File.ReadAllBytes(folder.At("back.pose")));
    }

    [Fact]
    public void Names_that_look_like_formulas_are_escaped_in_a_table_and_restored()
    {
        PoseDocument document = Made(people: 1, dimensions: 2);
        PoseComponent component = document.Header.Components[0] with { Name = "=cmd|' /C calc'!A0", Points = ["-5", "'=x"] };
        PoseWriter.Write(folder.At("made.pose"), document with { Header = document.Header with { Components = [component] } });

        Converted(folder.At("made.pose"), folder.At("table.csv"), new PoseConversionOptions());
        Converted(folder.At("table.csv"), folder.At("back.pose"), new PoseConversionOptions());

        Assert.Equal(
            ["0,0,'=cmd|' /C calc'!A0,'-5,1.5,-0.25,0.5", "0,0,'=cmd|' /C calc'!A0,''=x,,,0"],
            File.ReadLines(folder.At("table.csv")).Skip(1).Take(2));
        Assert.Equal(File.ReadAllBytes(folder.At("made.pose")), File.ReadAllBytes(folder.At("back.pose")));
    }

    [Fact]
    public void A_v02_file_converted_to_v02_is_unchanged()
    {
        string original = Write("hand-estimation-2-v0.2.pose");

        Converted(original, folder.At("same.pose"), new PoseConversionOptions());

        Assert.Equal(File.ReadAllBytes(original), File.ReadAllBytes(folder.At("same.pose")));
    }

    [Fact]
    public void A_table_has_one_line_per_point_and_leaves_missing_coordinates_empty()
    {
        PoseWriter.Write(folder.At("one.pose"), Made(people: 2, dimensions: 2));

        Converted(folder.At("one.pose"), folder.At("one.csv"), new PoseConversionOptions());

        Assert.Equal(
            [
                "frame,person,component,point,x,y,confidence",
                "0,0,POSE_LANDMARKS,NOSE,1.5,-0.25,0.5",
                "0,0,POSE_LANDMARKS,\"EYE, LEFT\",,,0",
                "0,1,POSE_LANDMARKS,NOSE,,,0",
            ],
            File.ReadLines(folder.At("one.csv")).Take(4));
    }

    [Theory]
    [InlineData("frame;person;component;point;x;y;confidence\n0;0;C1;A;1,5;-0,25;1\n")]
    [InlineData("sep=;\r\nframe;person;component;point;x;y;confidence\r\n;;;;;;\r\n0;0;C1;A;1.5;-2,5E-1;1\r\n")]
    [InlineData("frame\tperson\tcomponent\tpoint\tx\ty\tconfidence\n0\t0\tC1\tA\t1,5\t-0,25\t1\n")]
    [InlineData("frame,person,component,point,x,y,confidence\n0,0,C1,A,1.5,-0.25,1\n")]
    public void Tables_from_European_spreadsheets_are_read_with_decimal_commas(string table)
    {
        File.WriteAllText(folder.At("mine.csv"), table);

        var document = Converted(folder.At("mine.csv"), folder.At("mine.pose"), new PoseConversionOptions { Fps = 25, Size = (640, 480) });

        Assert.Equal([1.5f, -0.25f, 1f], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(document.Body.Span).ToArray());
    }

    [Theory]
    [InlineData("frame;person;component;point;x;y;confidence\n0;0;C1;A;1.234,5;0;1\n", "line 2")]
    [InlineData("sep=;\nframe;person;component;point;x;y;confidence\n0;0;C1;A;1;0;1\n0;0;C1;B;one;0;1\n", "line 4")]
    [InlineData("frame,person,component,point,x,y,confidence\n0,0,C1,A,\"0,5\",0,1\n", "line 2")]
    public void An_ambiguous_number_is_an_error_that_names_its_line(string table, string line)
    {
        File.WriteAllText(folder.At("mine.csv"), table);

        Assert.Contains(line, Refused("mine.csv", new PoseConversionOptions { Fps = 25, Size = (640, 480) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_json_file_a_table_needs_rate_and_size_and_lines_may_be_in_any_order()
    {
        File.WriteAllText(
            folder.At("mine.csv"),
            "person,frame,point,component,confidence,y,x,note\n0,1,A,C1,1,3,2,later\n0,0,B,C1,1,5,4,first\n");
        PoseConversionOptions options = new() { Fps = 12.5f, Size = (640, 480) };

        var document = Converted(folder.At("mine.csv"), folder.At("mine.pose"), options);

        Assert.Equal(
            (2, 1, 12.5f, 640, 480),
            (document.Frames, document.People, document.Fps, document.Header.Width, document.Header.Height));
        Assert.Equal(["A", "B"], Assert.Single(document.Header.Components).Points);
        Assert.Equal([0, 0, 4, 5, 2, 3, 0, 0], document.Data.ToArray());
        Assert.Equal([0, 1, 1, 0], document.Confidence.ToArray());
        Assert.Contains("--size", Refused("mine.csv", options with { Size = null }), StringComparison.Ordinal);
        Assert.Contains("--fps", Refused("mine.csv", options with { Fps = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_json_file_an_array_of_body_and_hands_is_recognised_by_its_point_count()
    {
        PoseFile.Write(folder.At("clip.pose"), MadeClip.Sequence(frames: 4));
        Converted(folder.At("clip.pose"), folder.At("clip.npy"), new PoseConversionOptions());
        File.Delete(folder.At("clip.npy.json"));

        Converted(folder.At("clip.npy"), folder.At("again.pose"), new PoseConversionOptions { Fps = 25, Size = (640, 480) });

        Assert.Equal(File.ReadAllBytes(folder.At("clip.pose")), File.ReadAllBytes(folder.At("again.pose")));
    }

    [Theory]
    [InlineData("", "columns")]
    [InlineData("frame,person,component,point,x,y\n", "columns")]
    [InlineData("frame,person,component,point,x,y,confidence\n0,0,C,P,1,abc,1\n", "line 2")]
    [InlineData("frame,person,component,point,x,y,confidence\n0,0,C,P,1,1,1\n-1,0,C,P,1,1,1\n", "line 3")]
    [InlineData("frame,person,component,point,x,y,confidence\n0,0,C,P\n", "line 2")]
    [InlineData("frame,person,component,point,x,y,confidence\n2000000000,65000,C,P,1,1,1\n", "few lines")]
    public void The_error_for_a_bad_table_names_the_problem(string text, string named)
    {
        File.WriteAllText(folder.At("bad.csv"), text);

        Assert.Contains(named, Refused("bad.csv", new PoseConversionOptions { Fps = 25, Size = (640, 480) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, 74, 4)]
    [InlineData(2, 1, 75, 3)]
    [InlineData(2, 300)]
    public void An_array_of_another_shape_is_refused(params int[] shape)
    {
        using (var stream = File.Create(folder.At("bad.npy")))
        {
            NpyWriter.WriteHeader(stream, shape);
            stream.Write(new byte[shape.Aggregate(sizeof(float), (product, side) => product * side)]);
        }

        Assert.Contains("shape", Refused("bad.npy", new PoseConversionOptions { Fps = 25, Size = (640, 480) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fractional_rate_is_not_rounded_silently()
    {
        PoseWriter.Write(folder.At("slow.pose"), Made(people: 1, dimensions: 3) with { Fps = 29.97f });

        var error = Assert.Throws<BadFileException>(() =>
            Converted(folder.At("slow.pose"), folder.At("old.pose"), new PoseConversionOptions { Version = 0.1f }));
        var document = Converted(folder.At("slow.pose"), folder.At("old.pose"), new PoseConversionOptions { Version = 0.1f, Fps = 30 });

        Assert.Contains("29.97", error.Message, StringComparison.Ordinal);
        Assert.Contains("--fps", error.Message, StringComparison.Ordinal);
        Assert.Equal(30, document.Fps);
    }

    [Fact]
    public void Other_extensions_and_converting_a_file_onto_itself_are_refused()
    {
        string file = Write("flat");

        Assert.Throws<BadFileException>(() => Converted(file, file, new PoseConversionOptions()));
        Assert.Contains(".npy", Refused(Path.GetFileName(file), new PoseConversionOptions(), "out.txt"), StringComparison.Ordinal);
        Assert.Contains(".npy", Refused("in.mp4", new PoseConversionOptions()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sidecar_that_does_not_match_is_refused()
    {
        Converted(Write("flat"), folder.At("one.npy"), new PoseConversionOptions());
        File.WriteAllText(
            folder.At("one.npy.json"),
            File.ReadAllText(folder.At("one.npy.json")).Replace("\"XYC\"", "\"\"", StringComparison.Ordinal));

        Assert.Contains("one.npy.json", Refused("one.npy", new PoseConversionOptions()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mutated_table_or_array_is_converted_or_refused()
    {
        const int Mutations = 400;
        string original = Write("two people");
        var random = new Random(3);
        foreach (string name in (string[])["made.csv", "made.npy"])
        {
            Converted(original, folder.At(name), new PoseConversionOptions());
            byte[] bytes = File.ReadAllBytes(folder.At(name));
            int refused = 0;
            for (int i = 0; i < Mutations; i++)
            {
                byte[] mutated = [.. bytes.AsSpan(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length)];
                for (int change = 0; change < 3 && mutated.Length > 0; change++)
                {
                    mutated[random.Next(mutated.Length)] = random.Next(2) == 0
                        ? (byte)random.Next(256)
                        : Encoding.ASCII.GetBytes("9,\"\n-'")[random.Next(6)];
                }

                File.WriteAllBytes(folder.At(name), mutated);
                refused += IsRefused(name) ? 1 : 0;
            }

            Assert.InRange(refused, Mutations / 10, Mutations);
        }
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.npy")]
    public void A_cancelled_conversion_leaves_only_the_older_pair(string name)
    {
        Converted(Write("flat"), folder.At(name), new PoseConversionOptions());
        string[] before = [.. Directory.GetFiles(folder.Path).Order().Select(file => Convert.ToHexString(File.ReadAllBytes(file)))];

        Assert.ThrowsAny<OperationCanceledException>(() => PoseConversion.Convert(
            folder.At("made.pose"),
            folder.At(name),
            new PoseConversionOptions { Fps = 3 },
            new CancellationToken(canceled: true)));

        Assert.Equal(before, Directory.GetFiles(folder.Path).Order().Select(file => Convert.ToHexString(File.ReadAllBytes(file))));
    }

    [Fact]
    public void If_the_data_cannot_be_written_no_sidecar_is_written()
    {
        Directory.CreateDirectory(folder.At("out.csv"));

        Assert.ThrowsAny<Exception>(() => Converted(Write("flat"), folder.At("out.csv"), new PoseConversionOptions()));

        Assert.False(File.Exists(folder.At("out.csv.json")));
    }

    [Fact]
    public void Leftovers_of_a_killed_process_for_the_same_output_are_removed_and_other_files_are_kept()
    {
        const int NoProcess = 999_999_999;
        string mark = $"{Guid.NewGuid():N}.partial";
        string[] dead = [$"out.csv.{NoProcess}-{mark}", $"out.csv.json.{NoProcess}-{mark}"];
        string[] others = [$"out.csv.{Environment.ProcessId}-{mark}", $"other.csv.{NoProcess}-{mark}", "out.csv.partial"];
        Array.ForEach([.. dead, .. others], name => folder.Write(name, "torn"));

        Converted(Write("flat"), folder.At("out.csv"), new PoseConversionOptions());

        Assert.All(dead, name => Assert.False(File.Exists(folder.At(name))));
        Assert.All(others, name => Assert.True(File.Exists(folder.At(name))));
    }

    public void Dispose() => folder.Dispose();

    private static PoseDocument Converted(string from, string to, PoseConversionOptions options) =>
        PoseConversion.Convert(from, to, options, TestContext.Current.CancellationToken);

    private bool IsRefused(string name)
    {
        try
        {
            Converted(folder.At(name), folder.At("out.pose"), new PoseConversionOptions());
            return false;
        }
        catch (BadFileException)
        {
            return true;
        }
    }

    private string Refused(string from, PoseConversionOptions options, string to = "refused.pose")
    {
        var error = Assert.Throws<BadFileException>(() => Converted(folder.At(from), folder.At(to), options));
        Assert.False(File.Exists(folder.At(to)));
        return error.Message;
    }

    private string Write(string source)
    {
        if (source.EndsWith(".pose", StringComparison.Ordinal))
        {
            return SharedData.Path("pose-files", source);
        }

        string path = folder.At("made.pose");
        PoseWriter.Write(path, source == "flat" ? Made(people: 1, dimensions: 2) : Made(people: 2, dimensions: 3));
        return path;
    }

    private static float VersionOf(string name) => name switch { "old.pose" => 0.1f, "oldest.pose" => 0f, _ => 0.2f };

    /// <summary>Three frames of two points; all but the first person's nose in the first frame are missing.</summary>
    private static PoseDocument Made(int people, int dimensions)
    {
        const int Frames = 3;
        const int Points = 2;
        float[] numbers = new float[Frames * people * Points * (dimensions + 1)];
        (numbers[0], numbers[1], numbers[Frames * people * Points * dimensions]) = (1.5f, -0.25f, 0.5f);
        return new PoseDocument
        {
            Header = new PoseHeader
            {
                Version = 0.2f,
                Width = 64,
                Height = 48,
                Depth = 0,
                Components =
                [
                    new PoseComponent
                    {
                        Name = "POSE_LANDMARKS",
                        Format = dimensions == 2 ? "XYC" : "XYZC",
                        Points = ["NOSE", "EYE, LEFT"],
                        Limbs = [(0, 1)],
                        Colours = [(1, 2, 3)],
                    },
                ],
            },
            Fps = 25,
            Frames = Frames,
            People = people,
            Body = System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(),
        };
    }
}
