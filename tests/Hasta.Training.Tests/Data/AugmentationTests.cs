using System.Numerics;
using Hasta.Recognition.Features;
using Hasta.TestKit;
using Hasta.Training.Data;

namespace Hasta.Training.Tests.Data;

public sealed class AugmentationTests
{
    private static readonly AugmentationConfig None = new()
    {
        Mirror = 0,
        MinDuration = 1,
        MaxDuration = 1,
        TimeShift = 0,
        TimeWarp = 0,
        Rotation = 0,
        Scale = 0,
        Shear = 0,
        Shift = 0,
        HandRotation = 0,
        HandScale = 0,
        HandShift = 0,
        FrameNoise = 0,
        ClipNoise = 0,
        DropHand = 0,
        MaskedSpan = 0,
    };

    private static readonly NormalizedSequence Body = Extract(new Puppet());

    [Fact]
    public void Zero_settings_change_nothing()
    {
        NormalizedSequence varied = new Augmentation(None).Apply(Body, new Random(1));

        Assert.Equal(Body.FrameCount, varied.FrameCount);
        Assert.True(Farthest(Body, varied) < 1e-5f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_clip_and_the_source_is_unchanged()
    {
        Vector2[] before = Body.All.ToArray();
        var augmentation = new Augmentation(new AugmentationConfig());

        NormalizedSequence one = augmentation.Apply(Body, new Random(4));

        Assert.Equal(one.All, augmentation.Apply(Body, new Random(4)).All);
        Assert.NotEqual(one.All.ToArray(), augmentation.Apply(Body, new Random(5)).All.ToArray());
        Assert.Equal(before, Body.All.ToArray());
    }

    [Fact]
    public void A_mirror_probability_of_one_mirrors_and_does_nothing_else() =>
        Assert.True(Farthest(Body.Mirror(), new Augmentation(None with { Mirror = 1 }).Apply(Body, new Random(1))) < 1e-5f);

    [Fact]
    public void Tempo_changes_within_its_bounds()
    {
        var augmentation = new Augmentation(new AugmentationConfig());
        int[] times = [.. Enumerable.Range(0, 200).Select(seed => augmentation.Apply(Body, new Random(seed)).FrameCount)];

        Assert.InRange(times.Min(), 19, 21);
        Assert.InRange(times.Max(), 45, 47);
    }

    [Fact]
    public void A_hand_that_is_never_detected_stays_missing()
    {
        NormalizedSequence oneHanded = Extract(new Puppet { SeesHand = (_, right) => right });
        var augmentation = new Augmentation(new AugmentationConfig { Mirror = 0 });
        for (int seed = 0; seed < 20; seed++)
        {
            NormalizedSequence varied = augmentation.Apply(oneHanded, new Random(seed));
            Assert.DoesNotContain(true, varied.Seen(Side.Left).ToArray());
            Assert.Equal(Vector2.Zero, varied.Frame(5)[BodyPoints.LeftHand + 8]);
        }
    }

    [Fact]
    public void Movement_stays_smooth_without_noise()
    {
        var augmentation = new Augmentation(new AugmentationConfig { FrameNoise = 0, DropHand = 0, MaskedSpan = 0 });
        for (int seed = 0; seed < 20; seed++)
        {
            NormalizedSequence varied = augmentation.Apply(Body, new Random(seed));
            for (int time = 1; time < varied.FrameCount; time++)
            {
                float step = Vector2.Distance(varied.Frame(time)[BodyPoints.RightHand], varied.Frame(time - 1)[BodyPoints.RightHand]);
                Assert.True(step < 0.25f, $"seed {seed}, frame {time}: {step} shoulder widths");
            }
        }
    }

    [Theory]
    [InlineData(0, 1.5, 0.3)]
    [InlineData(1.5, 0.7, 0.3)]
    [InlineData(0.7, 1.5, -0.1)]
    [InlineData(0.7, 1.5, double.NaN)]
    public void Settings_out_of_range_are_refused(double minDuration, double maxDuration, double rotation) =>
        Assert.Throws<ArgumentException>(() =>
            new AugmentationConfig { MinDuration = minDuration, MaxDuration = maxDuration, Rotation = rotation }.Validate());

    private static NormalizedSequence Extract(Puppet puppet) => new SequenceNormalizer(new FeatureConfig()).Extract(puppet.Sign());

    private static float Farthest(NormalizedSequence one, NormalizedSequence other) =>
        one.All.ToArray().Zip(other.All.ToArray(), Vector2.Distance).Max();
}
