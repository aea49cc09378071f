using System.Numerics;
using Hasta.Datasets.Synthetic.Body;

namespace Hasta.Datasets.Synthetic.Signs;

/// <summary>
/// The twelve invented signs of the demonstration. Several pairs share place and movement and differ in hand shape only (ask and own, calm
/// and regret, one and two), so that the path of the wrist does not distinguish them.
/// </summary>
internal static class SyntheticSigns
{
    private static readonly Vector3 Up = new(0, -1, 0);
    private static readonly Vector3 Inwards = new(-1, 0, 0);
    private static readonly Vector3 ToCamera = new(0, 0, -1);
    private static readonly Vector3 ToBody = new(0, 0, 1);
    private static readonly Vector3 UpAndInwards = new(-0.8f, -0.55f, -0.25f);

    public static IReadOnlyList<SyntheticSign> All { get; } =
    [
        new()
        {
            Gloss = "syn-salute",
            Description = "A flat hand at the temple moves forward and out in a line.",
            Dominant = new()
            {
                Shape = HandShape.Flat, Place = BodyPlace.Temple, Contact = HandContact.IndexTip, Fingers = new(-0.5f, -0.85f, 0),
                Palm = ToCamera, Movement = Movement.Straight(0.55f, -0.05f, -0.45f),
            },
        },
        new()
        {
            Gloss = "syn-idea",
            Description = "The index finger taps the temple twice.",
            Dominant = new()
            {
                Shape = HandShape.Point, Place = BodyPlace.Temple, Contact = HandContact.IndexTip, Fingers = new(-0.5f, -0.85f, 0.1f),
                Palm = ToBody, Movement = Movement.Tap(0.24f, 0.05f, -0.1f, 2),
            },
        },
        new()
        {
            Gloss = "syn-sip",
            Description = "A fist with the thumb out tilts at the mouth, as from a cup.",
            Dominant = new()
            {
                Shape = HandShape.ThumbUp, Place = BodyPlace.Mouth, Contact = HandContact.ThumbTip, Fingers = new(-0.9f, -0.3f, -0.3f),
                Palm = new(-0.2f, 0.3f, 0.9f), Twist = 0.9f, Movement = Movement.Tap(0.03f, -0.12f, -0.05f, 1),
            },
        },
        new()
        {
            Gloss = "syn-bite",
            Description = "The finger tips, together at the thumb, tap the mouth twice.",
            Dominant = new()
            {
                Shape = HandShape.Beak, Place = BodyPlace.Mouth, Contact = HandContact.MiddleTip, Fingers = UpAndInwards,
                Palm = ToBody, Movement = Movement.Tap(0.1f, 0.14f, -0.2f, 2),
            },
        },
        new()
        {
            Gloss = "syn-ask",
            Description = "The thumb and little finger, stretched out, move from the chin down and forward in an arc.",
            Dominant = new()
            {
                Shape = HandShape.Horns, Place = BodyPlace.Chin, Fingers = UpAndInwards, Palm = ToBody,
                Movement = Movement.Arc(new(0.25f, 0.4f, -0.4f), new(0.15f, -0.15f, -0.1f)),
            },
        },
        new()
        {
            Gloss = "syn-own",
            Description = "As syn-ask, with a flat hand.",
            Dominant = new()
            {
                Shape = HandShape.Flat, Place = BodyPlace.Chin, Fingers = UpAndInwards, Palm = ToBody,
                Movement = Movement.Arc(new(0.25f, 0.4f, -0.4f), new(0.15f, -0.15f, -0.1f)),
            },
        },
        new()
        {
            Gloss = "syn-calm",
            Description = "A flat hand circles on the chest.",
            Dominant = new()
            {
                Shape = HandShape.Flat, Place = BodyPlace.Chest, Fingers = UpAndInwards, Palm = ToBody,
                Movement = Movement.Circle(0.17f, 2),
            },
        },
        new()
        {
            Gloss = "syn-regret",
            Description = "A fist circles on the chest.",
            Dominant = new()
            {
                Shape = HandShape.Fist, Place = BodyPlace.Chest, Fingers = UpAndInwards, Palm = ToBody,
                Movement = Movement.Circle(0.17f, 2),
            },
        },
        new()
        {
            Gloss = "syn-one",
            Description = "The index finger, upright in front of the shoulder, shakes from side to side.",
            Dominant = new()
            {
                Shape = HandShape.Point, Place = BodyPlace.BesideShoulder, Fingers = Up, Palm = ToCamera,
                Movement = Movement.Shake(0.13f, 0, 0, 2.5f),
            },
        },
        new()
        {
            Gloss = "syn-two",
            Description = "Index and middle finger in a V, upright in front of the shoulder, shake from side to side.",
            Dominant = new()
            {
                Shape = HandShape.Vee, Place = BodyPlace.BesideShoulder, Fingers = Up, Palm = ToCamera,
                Movement = Movement.Shake(0.13f, 0, 0, 2.5f),
            },
        },
        new()
        {
            Gloss = "syn-meet",
            Description = "Both flat hands come together in front of the chest, finger tips up.",
            Dominant = Together(HandShape.Flat),
            Other = Together(HandShape.Flat),
        },
        new()
        {
            Gloss = "syn-burst",
            Description = "Both fists in front of the belly move apart and up while they open.",
            Dominant = Apart(),
            Other = Apart(),
        },
    ];

    private static HandAction Together(HandShape shape) => new()
    {
        Shape = shape,
        Place = BodyPlace.BeforeBelly,
        Shift = new(0.02f, -0.35f, 0),
        Fingers = new(-0.12f, -1, -0.15f),
        Palm = Inwards,
        Movement = Movement.Tap(0.28f, 0, 0, 1),
    };

    private static HandAction Apart() => new()
    {
        Shape = HandShape.Fist,
        EndShape = HandShape.Open,
        Place = BodyPlace.BeforeBelly,
        Shift = new(0.1f, 0, 0),
        Fingers = new(-0.15f, -0.8f, -0.4f),
        Palm = ToCamera,
        Movement = Movement.Straight(0.35f, -0.25f, -0.05f),
    };
}
