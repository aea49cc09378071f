using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Live;
using Hasta.Recognition.Live.Tagging;
using Hasta.Training.Data;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Segmentation;

/// <summary>Windows of streams, and the tags of the step that each describes.</summary>
/// <param name="Windows"><c>[example, <see cref="TaggerGrid.WindowWidth"/>]</c>, flattened.</param>
/// <param name="Labels">
/// <c>[example, <see cref="SignTagger.Tags"/>]</c>, flattened: 1 during a sign, else 0; 1 around the beginning of a sign, else 0.
/// </param>
internal sealed record TaggerExamples(float[] Windows, float[] Labels)
{
    private const int SignsOfStream = 25;

    /// <summary>Steps at most this far from the beginning of a sign are tagged as such.</summary>
    private static readonly TimeSpan BeginWidth = TimeSpan.FromMilliseconds(100);

    public int Count => Labels.Length / SignTagger.Tags;

    /// <summary>Joins takes to streams, of one signer each, and sees each with another camera.</summary>
    /// <param name="clips">Takes with a signer.</param>
    /// <param name="streams">Number of streams.</param>
    /// <param name="seed">Decides about everything that varies.</param>
    public static TaggerExamples Create(IReadOnlyList<LoadedClip> clips, int streams, int seed)
    {
        LoadedClip[][] signers = [.. clips.GroupBy(clip => clip.Signer).Select(signer => signer.ToArray())];
        TaggerExamples[] parts = ParallelMap.Run(
            [.. Enumerable.Range(0, streams)],
            number => Create(signers[number % signers.Length], new Random(StableHash.Compute(seed, number, 0))));
        return new TaggerExamples(Join(parts, part => part.Windows), Join(parts, part => part.Labels));
    }

    private static float[] Join(TaggerExamples[] parts, Func<TaggerExamples, float[]> values)
    {
        float[] all = new float[parts.Sum(part => values(part).Length)];
        int next = 0;
        foreach (TaggerExamples part in parts)
        {
            values(part).CopyTo(all, next);
            next += values(part).Length;
        }

        return all;
    }

    private static TaggerExamples Create(LoadedClip[] takes, Random random)
    {
        SignStream stream = StreamOf(takes, random);
        var camera = new VirtualCamera
        {
            FramesPerSecond = Math.Exp(Math.Log(6) + (random.NextDouble() * Math.Log(50 / 6.0))),
            IsCloseUp = random.Next(5) < 2,
        };
        var grid = new TaggerGrid(new SignSegmenterOptions().MaxDropout);
        var windows = new List<float>();
        var labels = new List<float>();
        foreach (LandmarkFrame frame in camera.Record(stream, random))
        {
            foreach ((TimeSpan time, ReadOnlyMemory<float> window) in grid.Add(frame))
            {
                windows.AddRange(window.Span);
                labels.Add(stream.Signs.Any(sign => sign.Start <= time && time <= sign.End) ? 1 : 0);
                labels.Add(stream.Signs.Any(sign => (sign.Start - time).Duration() <= BeginWidth) ? 1 : 0);
            }
        }

        return new TaggerExamples([.. windows], [.. labels]);
    }

    private static SignStream StreamOf(LoadedClip[] takes, Random random)
    {
        LoadedClip Take() => takes[random.Next(takes.Length)];
        var augmentation = new Augmentation(new AugmentationConfig { Mirror = random.Next(2), MaskedSpan = 3, FrameNoise = 0 });
        BodyPose body = BodyPose.At(augmentation.Apply(Take().Body, random), 1);
        var builder = new StreamBuilder(RestPose.Create(body, random), random);
        for (int i = 0; i < SignsOfStream; i++)
        {
            LoadedClip take = Take();
            builder.Sign(take.Gloss, TakeCut.Random(augmentation.Apply(take.Body, random), random));
            if (random.Next(2) == 0)
            {
                builder.Rest(2.5 * random.NextDouble());
            }

            if (random.Next(3) == 0)
            {
                builder.Fidget();
                builder.Rest(2.5 * random.NextDouble());
            }
        }

        return builder.Build();
    }
}
