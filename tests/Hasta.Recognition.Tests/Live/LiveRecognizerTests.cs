using Hasta.Landmarks;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Recognition.Live;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Live;

public sealed class LiveRecognizerTests : IDisposable
{
    private static readonly string[] Words = ["Hello", "Namaste", "Sorry", "Deaf"];

    private readonly SignRecognizer recognizer = SignRecognizer.LoadAsync().GetAwaiter().GetResult();

    private static IReadOnlyList<LandmarkFrame> Stream =>
        TakeStream.Join([.. Words.Select(word => RealTakes.Read(word, "abh_A", 3, 1)[0])]);

    private LiveEvent[] Run(IEnumerable<LandmarkFrame> frames)
    {
        var live = new LiveRecognizer(recognizer);
        return [.. frames.SelectMany(live.Add), .. live.Complete()];
    }

    public void Dispose() => recognizer.Dispose();

    [Fact]
    public void Signs_with_rests_in_between_are_recognised_in_order()
    {
        LiveEvent[] events = Run(Stream);

        Assert.Equal(Words, events.OfType<Recognized>().Select(word => word.Result.Gloss));
        Assert.Equal(4, events.OfType<Signing>().Count());
        Assert.Equal(4, events.OfType<Rest>().Count());
    }

    [Fact]
    public void Each_sign_is_guessed_before_it_is_over()
    {
        LiveEvent[] events = Run(Stream);

        foreach (Recognized word in events.OfType<Recognized>())
        {
            Assert.Contains(
                events.OfType<Guess>(), guess => guess.Gloss == word.Result.Gloss && guess.Time > word.Start && guess.Time < word.End);
        }
    }

    [Fact]
    public void A_sign_gets_the_answer_of_the_clip_cut_out_of_the_stream()
    {
        IReadOnlyList<LandmarkFrame> stream = Stream;
        TimeSpan preRoll = new SignSegmenterOptions().PreRoll;

        foreach (Recognized word in Run(stream).OfType<Recognized>())
        {
            LandmarkFrame[] cut = [.. stream.Where(frame => frame.Time >= word.Start - preRoll && frame.Time <= word.End)];
            SignResult clip = recognizer.Recognize(new LandmarkSequence { Fps = 12, Width = 640, Height = 480, Frames = cut });

            Assert.Equal((clip.Gloss, clip.Confidence), (word.Result.Gloss, word.Result.Confidence));
            Assert.Equal(clip.Embedding.Values.ToArray(), word.Result.Embedding.Values.ToArray());
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    [InlineData(60)]
    public void Frame_rates_do_not_change_the_words(double fps)
    {
        IReadOnlyList<LandmarkFrame> stream = Stream;
        int frames = (int)(stream[^1].Time.TotalSeconds * fps);
        IEnumerable<LandmarkFrame> resampled = Enumerable.Range(0, frames).Select(i => At(stream, TimeSpan.FromSeconds(i / fps)));

        Assert.Equal(Words, Run(resampled).OfType<Recognized>().Select(word => word.Result.Gloss));
    }

    [Fact]
    public void Hands_that_are_lost_for_less_than_half_a_second_do_not_end_a_sign()
    {
        LandmarkFrame[] stream = [.. Stream];
        for (int i = 30; i < 34; i++)
        {
            stream[i] = LandmarkFrame.Empty(stream[i].Time);
        }

        Assert.Equal(Words, Run(stream).OfType<Recognized>().Select(word => word.Result.Gloss));
    }

    [Fact]
    public void Nothing_is_said_while_nobody_signs()
    {
        IReadOnlyList<LandmarkFrame> rest = [.. Stream.Take(12)];
        IEnumerable<LandmarkFrame> minutes = Enumerable.Range(0, 60).SelectMany(round => rest.Select(
            (frame, i) => new LandmarkFrame(TimeSpan.FromSeconds(((round * 12) + i) / 12.0), frame.All.ToArray())));

        Assert.Empty(Run(minutes));
    }

    [Fact]
    public void Points_at_random_places_are_no_words()
    {
        var random = new Random(1);
        IEnumerable<LandmarkFrame> garbage = Enumerable.Range(0, 300).Select(i => new LandmarkFrame(
            TimeSpan.FromSeconds(i / 15.0),
            [.. Enumerable.Range(0, LandmarkLayout.CountWithoutFace).Select(_ => random.Next(4) == 0
                ? Landmark.Missing
                : new Landmark(random.NextSingle() * 640, random.NextSingle() * 480, 0, 1))]));

        Assert.Empty(Run(garbage).OfType<Recognized>());
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public void A_clock_that_jumps_ends_the_sign_in_progress_and_the_next_one_is_recognised(int seconds)
    {
        IReadOnlyList<LandmarkFrame> stream = Stream;
        const int middleOfTheFirstSign = 30;
        IEnumerable<LandmarkFrame> jumped = stream.Select((frame, i) => i < middleOfTheFirstSign
            ? new LandmarkFrame(frame.Time + TimeSpan.FromSeconds(10), frame.All.ToArray())
            : new LandmarkFrame(frame.Time + TimeSpan.FromSeconds(10 + seconds), frame.All.ToArray()));

        LiveEvent[] events = Run(jumped);

        Assert.Equal(Words[1..], events.OfType<Recognized>().Select(word => word.Result.Gloss).TakeLast(3));
        Assert.All(
            events.OfType<Recognized>(), word => Assert.True(word.End > word.Start && word.End - word.Start < TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public void A_sign_that_does_not_end_is_recognised_in_pieces()
    {
        LandmarkSequence take = RealTakes.Read("Hello", "abh_A", 3, 1)[0];
        IEnumerable<LandmarkFrame> forever = Enumerable.Range(0, 12 * 30).Select(
            i => new LandmarkFrame(TimeSpan.FromSeconds(i / 12.0), take.Frames[1 + (i % 20)].All.ToArray()));

        LiveEvent[] events = Run(forever);

        Assert.InRange(events.Count(happened => happened is Recognized or Unsure or Signing), 2, 20);
        Assert.Equal(events.OfType<Signing>().Count(), events.Count(happened => happened is Recognized or Unsure or Misfire));
        Assert.Single(events.OfType<Recognized>()); // the same word without a rest is said once
    }

    [Fact]
    public void Reset_forgets_the_sign_in_progress()
    {
        var live = new LiveRecognizer(recognizer);
        foreach (LandmarkFrame frame in Stream.Take(30))
        {
            live.Add(frame);
        }

        live.Reset();

        Assert.Empty(live.Complete());
    }

    [Fact]
    public async Task A_pose_file_is_a_stream()
    {
        using var folder = new TempFolder();
        Landmarks.Formats.Pose.PoseFile.Write(
            folder.At("stream.pose"), new LandmarkSequence { Fps = 12, Width = 640, Height = 480, Frames = Stream });
        var words = new List<string>();

        await foreach (LiveEvent happened in new LiveRecognizer(recognizer)
            .RecognizeFileAsync(folder.At("stream.pose"), TestContext.Current.CancellationToken))
        {
            words.AddRange(happened is Recognized word ? [word.Result.Gloss] : []);
        }

        Assert.Equal(Words, words);
    }

    [Fact]
    [Trait("speed", "slow")]
    public async Task A_camera_that_shows_nobody_gives_no_event_and_ends()
    {
        var camera = new Camera(new CameraConfig { System = CameraSystem.TestSource, Device = "testsrc2=s=320x240:r=15:d=2" });
        var events = new List<LiveEvent>();

        await foreach (LiveEvent happened in new LiveRecognizer(recognizer)
            .RecognizeCameraAsync(camera, TestContext.Current.CancellationToken))
        {
            events.Add(happened);
        }

        Assert.Empty(events.OfType<Recognized>());
    }

    [Fact]
    public async Task A_camera_that_is_unplugged_during_a_sign_still_gets_its_answer()
    {
        var words = new List<string>();
        await Assert.ThrowsAsync<CameraException>(async () =>
        {
            await foreach (LiveEvent happened in new LiveRecognizer(recognizer)
                .RecognizeAsync(Unplugged(Stream.Take(12 + 5 + 24)), TestContext.Current.CancellationToken))
            {
                words.AddRange(happened is Recognized word ? [word.Result.Gloss] : []);
            }
        });

        Assert.Equal(["Hello"], words);
    }

    [Fact]
    public void A_threshold_turns_words_into_unsure()
    {
        var live = new LiveRecognizer(recognizer, new LiveRecognizerOptions { MinConfidence = 1 });
        LiveEvent[] events = [.. Stream.SelectMany(live.Add), .. live.Complete()];

        Assert.Empty(events.OfType<Recognized>());
        Assert.All(events.OfType<Unsure>(), unsure => Assert.Equal(UnsureKind.LowConfidence, unsure.Result.Reason!.Kind));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_threshold_that_is_no_probability_is_refused(double threshold) => Assert.Throws<ArgumentException>(
        () => new LiveRecognizer(recognizer, new LiveRecognizerOptions { MinConfidence = threshold }));

    private static async IAsyncEnumerable<LandmarkFrame> Unplugged(IEnumerable<LandmarkFrame> frames)
    {
        foreach (LandmarkFrame frame in frames)
        {
            await Task.Yield();
            yield return frame;
        }

        throw new CameraException("Camera 0", "it stopped.", "Plug it in again.");
    }

    private static LandmarkFrame At(IReadOnlyList<LandmarkFrame> stream, TimeSpan time)
    {
        double position = Math.Min(time.TotalSeconds * 12, stream.Count - 1);
        (LandmarkFrame a, LandmarkFrame b) = (stream[(int)position], stream[Math.Min((int)position + 1, stream.Count - 1)]);
        float share = (float)(position - (int)position);
        return new LandmarkFrame(time, [.. a.All.ToArray().Zip(b.All.ToArray(), (from, to) => Between(from, to, share))]);
    }

    private static Landmark Between(Landmark from, Landmark to, float share)
    {
        Landmark nearer = share < 0.5f ? from : to;
        return from.IsMissing || to.IsMissing
            ? nearer
            : nearer with { X = from.X + (share * (to.X - from.X)), Y = from.Y + (share * (to.Y - from.Y)) };
    }
}
