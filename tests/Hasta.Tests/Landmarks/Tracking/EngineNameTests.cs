using Hasta.Landmarks;
using Hasta.Landmarks.Inference;

namespace Hasta.Tests.Landmarks.Tracking;

public sealed class EngineNameTests
{
    private const string Default = "hasta-holistic/2 models=e9113750559a953c sampling=half-pixel-bilinear detection=0.5 pose=0.5 hand=0.5 face=0.5/0.5";

    public static TheoryData<SignerParts, PoseModel, int?> Choices => new MatrixTheoryData<SignerParts, PoseModel, int?>(
        Enum.GetValues<SignerParts>(), Enum.GetValues<PoseModel>(), [null, 540]);

    [Fact]
    public void The_default_engine_keeps_its_name_so_that_prepared_clips_stay_valid() => Assert.Equal(Default, new LandmarkOptions().Engine);

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_model_looks_at_clips_as_its_training_data_were_looked_at_but_for_the_face(SignerParts parts, PoseModel pose, int? maxHeight)
    {
        var trained = new LandmarkOptions { Parts = parts, PoseModel = pose, MaxHeight = maxHeight };

        var live = LandmarkOptions.ForModelOf(EngineName.OfBody(trained.Engine));

        Assert.Equal(EngineName.OfBody(trained.Engine), live.Engine);
        Assert.Equal(EngineName.OfBody(trained.Engine), EngineName.OfBody(live.Engine));
        Assert.Equal((parts == SignerParts.Hands, maxHeight), (live.Parts == SignerParts.Hands, live.MaxHeight));
        Assert.NotEqual(SignerParts.BodyHandsAndFace, live.Parts);
    }

    [Fact]
    public void The_face_alone_makes_no_other_engine_and_all_else_does()
    {
        LandmarkOptions[] different =
        [
            new() { Parts = SignerParts.BodyAndHands },
            new() { Parts = SignerParts.Hands },
            new() { PoseModel = PoseModel.Lite },
            new() { PoseModel = PoseModel.Heavy },
            new() { MaxHeight = 540 },
            new() { MaxHeight = 480 },
        ];

        Assert.Equal(different.Length, different.Select(settings => EngineName.OfBody(settings.Engine)).Distinct().Count());
        Assert.Equal(EngineName.OfBody(different[0].Engine), EngineName.OfBody(Default));
    }

    [Theory]
    [InlineData("landmark-array 12 fps 640x480", "landmark-array")]
    [InlineData("landmark-array 25 fps 320x240", "landmark-array")]
    [InlineData("pose-file", "pose-file")]
    [InlineData("pose-file person 2", "pose-file")]
    [InlineData("hasta-holistic/1 models=0123456789abcdef", "hasta-holistic/1 models=0123456789abcdef")]
    public void Names_of_other_origin_stay_as_they_are(string engine, string name)
    {
        Assert.Equal(name, EngineName.OfBody(engine));
        Assert.Equal(new LandmarkOptions { Parts = SignerParts.BodyAndHands }, LandmarkOptions.ForModelOf(name));
    }

    [Fact]
    public void A_model_without_an_engine_gets_the_defaults() => Assert.Equal(new LandmarkOptions { Parts = SignerParts.BodyAndHands }, LandmarkOptions.ForModelOf(null));

    [Fact]
    public void The_settings_name_the_engine_that_they_load()
    {
        var settings = new LandmarkOptions { PoseModel = PoseModel.Lite, Parts = SignerParts.BodyAndHands };
        using ILandmarkEngine engine = settings.Load(ModelFiles.Find());

        Assert.Equal(settings.Engine, engine.Fingerprint);
    }
}
