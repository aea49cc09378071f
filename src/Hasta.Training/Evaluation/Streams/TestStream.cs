using Hasta.Training.Data;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Evaluation.Streams;

/// <summary>A signer in front of a camera: random signs with rests after two of three, a long rest, or fidgets.</summary>
internal static class TestStream
{
    private const int SignsOfStream = 30;

    /// <param name="kind">What happens in it.</param>
    /// <param name="takes">Of one signer, of two words or more.</param>
    /// <param name="random">Decides about order, tempo and rests.</param>
    public static SignStream Create(StreamKind kind, LoadedClip[] takes, Random random)
    {
        BodyPose body = BodyPose.At(takes[random.Next(takes.Length)].Body, 1);
        var builder = new StreamBuilder(RestPose.Create(body, random), random);
        builder.Rest(2);
        string? previous = null;
        for (int i = 0; kind == StreamKind.Signs && i < SignsOfStream; i++)
        {
            previous = Sign(builder, takes, previous, random);
        }

        for (int i = 0; kind == StreamKind.Fidgets && builder.Seconds < 20 * 60; i++)
        {
            builder.Fidget();
            builder.Rest(0.5 + (4 * random.NextDouble()));
        }

        builder.Rest(kind == StreamKind.Idle ? 10 * 60 : 2);
        return builder.Build();
    }

    /// <summary>Signs a random word other than the one before: two alike in a row look like one.</summary>
    private static string Sign(StreamBuilder builder, LoadedClip[] takes, string? previous, Random random)
    {
        IGrouping<string, LoadedClip>[] words = [.. takes.GroupBy(take => take.Gloss).Where(word => word.Key != previous)];
        LoadedClip[] word = [.. words[random.Next(words.Length)]];
        LoadedClip take = word[random.Next(word.Length)];
        builder.Sign(take.Gloss, take.Body);
        if (random.Next(3) > 0)
        {
            builder.Rest(0.4 + (2 * random.NextDouble()));
        }

        return take.Gloss;
    }
}
