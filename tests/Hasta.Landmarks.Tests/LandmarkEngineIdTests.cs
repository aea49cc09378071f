using System.Text.Json;
using System.Text.Json.Serialization;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Tests;

public sealed class LandmarkEngineIdTests
{
    private static readonly LandmarkOptions WithoutFace = new() { Parts = SignerParts.BodyAndHands };

    public static TheoryData<SignerParts, PoseModel, int?> Choices => new MatrixTheoryData<SignerParts, PoseModel, int?>(
        Enum.GetValues<SignerParts>(), Enum.GetValues<PoseModel>(), [null, 540]);

    /// <summary>The format in manifests and checkpoints of the first versions.</summary>
    public static TheoryData<string, LandmarkOptions> Texts => new()
    {
        {
            "hasta-holistic/2 models=e9113750559a953c sampling=half-pixel-bilinear detection=0.5 pose=0.5 hand=0.5 face=0.5/0.5",
            new LandmarkOptions()
        },
        {
            "hasta-holistic/2 models=e9113750559a953c sampling=half-pixel-bilinear detection=0.5 pose=0.5 hand=0.5 face=0.5/0.5 "
                + "max-height=540",
            new LandmarkOptions { MaxHeight = 540 }
        },
        { WithoutFace.EngineId.ToString(), WithoutFace },
        {
            (WithoutFace with { MaxHeight = 360, PoseModel = PoseModel.Lite }).EngineId.ToString(),
            WithoutFace with { MaxHeight = 360, PoseModel = PoseModel.Lite }
        },
        { new LandmarkOptions { Parts = SignerParts.Hands }.EngineId.ToString(), new LandmarkOptions { Parts = SignerParts.Hands } },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_of_earlier_versions_is_read_as_the_same_engine(string text, LandmarkOptions options) =>
        Assert.Equal(options.EngineId, Read($"\"{text}\""));

    [Theory]
    [InlineData("landmark-array 12 fps 640x480", "landmark-array", "12 fps 640x480")]
    [InlineData("landmark-array", "landmark-array", null)]
    [InlineData("pose-file person 2", "pose-file", "person 2")]
    [InlineData("hasta-holistic/1 models=0123", "hasta-holistic/1 models=0123", null)]
    [InlineData(
        "hasta-holistic/2 models=0123456789abcdef sampling=x face=0.5/0.5",
        "hasta-holistic/2 models=0123456789abcdef sampling=x face=0.5/0.5",
        null)]
    public void Text_of_other_engines_is_kept_as_their_name(string text, string name, string? input) =>
        Assert.Equal(new LandmarkEngineId { Name = name, Input = input }, Read($"\"{text}\""));

    [Fact]
    public void An_id_is_written_as_an_object_and_read_back()
    {
        LandmarkEngineId id = new LandmarkOptions { MaxHeight = 540 }.EngineId;
        string json = JsonSerializer.Serialize(new Trained(id), StrictJson.Line);

        Assert.Contains("\"engine\":{\"name\":\"hasta-holistic\",\"version\":2,", json, StringComparison.Ordinal);
        Assert.Equal(id, StrictJson.Parse<Trained>("config.json", json).Engine);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"name\":\"x\",\"colour\":1}")]
    [InlineData("7")]
    public void Any_other_json_is_an_error(string json) => Assert.Throws<BadFileException>(() => Read(json));

    [Theory]
    [MemberData(nameof(Choices))]
    public void Live_options_match_the_engine_of_the_training_clips_except_for_the_face(SignerParts parts, PoseModel pose, int? maxHeight)
    {
        LandmarkEngineId trained = new LandmarkOptions { Parts = parts, PoseModel = pose, MaxHeight = maxHeight }.EngineId;

        var live = LandmarkOptions.ForModelOf(trained.ForBodyAndHands());

        Assert.True(live.EngineId.IsCompatibleWith(trained));
        Assert.Equal((parts == SignerParts.Hands, maxHeight), (live.Parts == SignerParts.Hands, live.MaxHeight));
        Assert.NotEqual(SignerParts.BodyHandsAndFace, live.Parts);
    }

    [Fact]
    public void Every_option_except_the_face_makes_an_engine_incompatible()
    {
        LandmarkEngineId[] ids =
        [
            .. new LandmarkOptions[]
            {
                new(),
                new() { Parts = SignerParts.Hands },
                new() { PoseModel = PoseModel.Lite },
                new() { PoseModel = PoseModel.Heavy },
                new() { MaxHeight = 540 },
                new() { MaxHeight = 480 },
            }.Select(options => options.EngineId),
        ];

        Assert.All(ids, one => Assert.Single(ids, one.IsCompatibleWith));
        Assert.True(ids[0].IsCompatibleWith(WithoutFace.EngineId));
        Assert.NotEqual(ids[0], WithoutFace.EngineId);
    }

    [Fact]
    public void A_model_of_an_unknown_engine_gets_the_defaults() => Assert.All(
        [null, new LandmarkEngineId { Name = "landmark-array" }, new LandmarkEngineId { Name = "another" }],
        engine => Assert.Equal(WithoutFace, LandmarkOptions.ForModelOf(engine)));

    [Fact]
    public void The_options_have_the_id_of_the_engine_that_they_load()
    {
        LandmarkOptions options = WithoutFace with { PoseModel = PoseModel.Lite };
        using ILandmarkEngine engine = options.Load(ModelFiles.Find());

        Assert.Equal(options.EngineId, engine.Id);
    }

    private static LandmarkEngineId Read(string json) => StrictJson.Parse<Trained>("config.json", $"{{\"engine\":{json}}}").Engine;

    /// <summary>A configuration that names the engine, as that of a checkpoint does.</summary>
    private sealed record Trained([property: JsonConverter(typeof(LandmarkEngineIdConverter))] LandmarkEngineId Engine);
}
