using Hasta.Datasets.Synthetic.Body;
using Hasta.Datasets.Synthetic.Signs;

namespace Hasta.Datasets.Synthetic.Signers;

/// <summary>
/// An invented person with a camera. Everything that differs between people is here; <see cref="SyntheticSigns"/> contains what does not.
/// </summary>
internal sealed record SyntheticSigner
{
    public required string Name { get; init; }

    public required SignerBody Body { get; init; }

    public required SignerCamera Camera { get; init; }

    public required SignerHabits Habits { get; init; }

    public required SignerRecording Recording { get; init; }

    /// <summary>Draws a person: about one in five is left-handed.</summary>
    public static SyntheticSigner Draw(string name, Random random)
    {
        var draw = new RandomDraws(random);
        return new()
        {
            Name = name,
            Body = DrawBody(draw),
            Camera = DrawCamera(draw),
            Habits = DrawHabits(draw),
            Recording = new()
            {
                Fps = draw.OneOf(25, 29.97, 30),
                Jitter = draw.Between(0.7f, 2.0f),
                LossRate = draw.Between(0.005f, 0.04f),
            },
        };
    }

    private static SignerBody DrawBody(RandomDraws draw) => new()
    {
        UpperArm = draw.Between(0.74f, 0.90f),
        Forearm = draw.Between(0.64f, 0.78f),
        Hand = draw.Between(0.44f, 0.54f),
        Neck = draw.Between(0.58f, 0.74f),
        Torso = draw.Between(1.3f, 1.6f),
    };

    private static SignerCamera DrawCamera(RandomDraws draw) => new()
    {
        Scale = draw.Between(115, 175),
        X = draw.Between(275, 365),
        Y = draw.Between(185, 235),
        Distance = draw.Between(3.5f, 7),
        Yaw = draw.Normal(0.16f),
        Pitch = draw.Normal(0.10f),
        Roll = draw.Normal(0.04f),
    };

    private static SignerHabits DrawHabits(RandomDraws draw) => new()
    {
        LeftHanded = draw.Chance(0.2f),
        Tempo = draw.Between(0.75f, 1.3f),
        Amplitude = draw.Between(0.7f, 1.3f),
        Rest = draw.OneOf(Enum.GetValues<RestPlace>()),
        LeadSeconds = draw.Between(0.25f, 0.45f),
        Shift = draw.Normal3(0.06f),
        Elbows = draw.Between(0, 0.7f),
        Laxness = draw.Between(0, 0.3f),
    };
}
