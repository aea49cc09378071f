using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Training.Data.Streams;
using Hasta.Training.Evaluation.Streams;

namespace Hasta.Training.Tests.Evaluation.Streams;

public sealed class StreamScoreTests
{
    private static readonly StreamSign[] Signs = [Sign("Hello", 10, 12), Sign("Deaf", 20, 22), Sign("Sorry", 30, 32), Sign("I", 40, 42)];

    [Fact]
    public void The_first_word_of_a_sign_counts_and_the_others_are_extra()
    {
        var score = Score(
            [Word("Hello", 10, 11), Word("Deaf", 11, 12), Word("Hello", 20, 22), Word("Deaf", 21.5, 22), Doubt("Sorry", 30, 32)]);

        Assert.Equal((4, 1, 1, 2, 2, 0), (score.Signs, score.Right, score.Wrong, score.Missed, score.Extra, score.False));
        Assert.Equal(1, score.Unsure);
    }

    [Fact]
    public void A_word_belongs_to_the_sign_that_it_shares_the_most_time_with() =>
        Assert.Equal((1, 0), Counts(Score([Word("Deaf", 11.5, 22)])));

    [Fact]
    public void A_word_while_nothing_is_signed_is_false()
    {
        var score = Score([Word("Hello", 14, 16)]);

        Assert.Equal((0, 0), Counts(score));
        Assert.Equal(1, score.False);
        Assert.Equal(52 / 60.0, score.IdleMinutes, 6);
    }

    [Fact]
    public void Latency_is_from_the_end_of_the_sign_to_the_event()
    {
        var score = Score([Word("Hello", 10, 12) with { Time = At(12.4) }]);

        Assert.Equal([0.4], score.Latencies.Select(latency => Math.Round(latency, 6)));
    }

    [Fact]
    public void Scores_add_up()
    {
        var one = Score([Word("Hello", 10, 12)]);
        var both = StreamScore.Sum([one, one]);

        Assert.Equal((8, 2, 6), (both.Signs, both.Right, both.Missed));
        Assert.Equal(2, both.Latencies.Count);
    }

    private static StreamScore Score(LiveEvent[] events) => StreamScore.From(new PlayedStream(Signs, At(60), events));

    private static (int Right, int Wrong) Counts(StreamScore score) => (score.Right, score.Wrong);

    private static StreamSign Sign(string gloss, double start, double end) => new(gloss, At(start), At(end));

    private static Recognized Word(string gloss, double start, double end) => new(At(end), At(start), At(end), Result(gloss));

    private static Unsure Doubt(string gloss, double start, double end) => new(At(end), At(start), At(end), Result(gloss));

    private static SignResult Result(string gloss) => new()
    {
        Gloss = gloss,
        Confidence = 0.9,
        Reason = null,
        Candidates = [],
        Embedding = new SignEmbedding([1]),
    };

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
