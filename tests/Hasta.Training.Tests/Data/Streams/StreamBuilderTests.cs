using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.TestKit;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Tests.Data.Streams;

public sealed class StreamBuilderTests
{
    private static readonly NormalizedSequence Take =
        new SequenceNormalizer(new FeatureConfig()).Extract(RealTakes.Read("Hello", "abh_A", 3, 1)[0]);

    private static SignStream Stream(Action<StreamBuilder> build, int seed = 1)
    {
        var random = new Random(seed);
        var builder = new StreamBuilder(RestPose.Create(BodyPose.At(Take, 1), random), random);
        build(builder);
        return builder.Build();
    }

    private static float Height(BodyPose pose) => Enum.GetValues<Side>().Min(side => pose.Wrist(side).Y);

    [Fact]
    public void A_sign_lasts_as_long_as_its_take_and_the_hands_rest_before_and_after()
    {
        SignStream stream = Stream(builder =>
        {
            builder.Rest(1);
            builder.Sign("Hello", Take);
            builder.Rest(1);
        });

        StreamSign sign = Assert.Single(stream.Signs);
        Assert.InRange((sign.End - sign.Start).TotalSeconds, 2.2, 2.5);
        Assert.InRange(stream.Duration.TotalSeconds, 4.5, 6.5);
        Assert.True(Height(stream.Poses[0]) > 1.3f);
        Assert.True(Height(stream.Poses[(int)((sign.Start.TotalSeconds + 1) * SignStream.FramesPerSecond)]) < 1.15f);
        Assert.True(Height(stream.Poses[^1]) > 1.3f);
    }

    [Fact]
    public void Hands_move_at_human_speed_and_never_jump()
    {
        SignStream stream = Stream(builder =>
        {
            for (int i = 0; i < 20; i++)
            {
                builder.Rest(0.2);
                builder.Sign("Hello", Take);
                builder.Fidget();
            }
        });
        double fastest = stream.Poses.Zip(stream.Poses.Skip(1))
            .Max(pair => Enum.GetValues<Side>().Max(side => (pair.First.Wrist(side) - pair.Second.Wrist(side)).Length()))
            * SignStream.FramesPerSecond;

        Assert.InRange(fastest, 1, 12); // shoulder widths per second: below 5 m/s
    }

    [Fact]
    public void A_fidget_is_no_sign() => Assert.Empty(Stream(builder => builder.Fidget()).Signs);

    [Fact]
    public void The_same_seed_gives_the_same_stream()
    {
        static void Build(StreamBuilder builder)
        {
            builder.Fidget();
            builder.Sign("Hello", Take);
        }

        Assert.Equal(
            Stream(Build).Poses.SelectMany(pose => pose.Points), Stream(Build).Poses.SelectMany(pose => pose.Points));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    public void A_camera_delivers_its_frame_rate_in_order_of_time(double fps)
    {
        SignStream stream = Stream(builder => builder.Sign("Hello", Take));
        LandmarkFrame[] frames = Record(stream, new VirtualCamera { FramesPerSecond = fps, IsCloseUp = false });

        Assert.InRange(frames.Length / stream.Duration.TotalSeconds, 0.9 * fps, 1.1 * fps);
        Assert.True(frames.Zip(frames.Skip(1)).All(pair => pair.First.Time < pair.Second.Time));
    }

    [Fact]
    public void A_close_up_shows_no_resting_hand_and_larger_shoulders()
    {
        SignStream stream = Stream(builder => builder.Rest(2));
        LandmarkFrame[] near = Record(stream, new VirtualCamera { FramesPerSecond = 15, IsCloseUp = true });
        LandmarkFrame[] far = Record(stream, new VirtualCamera { FramesPerSecond = 15, IsCloseUp = false });

        Assert.All(near, frame => Assert.False(Landmark.AnySeen(frame.LeftHand) || Landmark.AnySeen(frame.RightHand)));
        Assert.True(Shoulders(near[0]) > 1.2f * Shoulders(far[0]));
    }

    private static LandmarkFrame[] Record(SignStream stream, VirtualCamera camera) => [.. camera.Record(stream, new Random(1))];

    private static float Shoulders(LandmarkFrame frame) => frame[LandmarkLayout.LeftShoulder].X - frame[LandmarkLayout.RightShoulder].X;
}
