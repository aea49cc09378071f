using System.Numerics;
using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Chooses among the people of a .pose file the one who signs: whose hands travel most and are raised and seen most often.</summary>
internal static class PosePeople
{
    /// <summary>A hand below this many shoulder widths under the shoulders is at rest.</summary>
    private const float Rest = 0.75f;

    /// <param name="name">Names the file in errors.</param>
    /// <param name="document">At least one person.</param>
    /// <param name="people">Its people.</param>
    /// <param name="asked">The number of a person, from 1; null for the one who signs.</param>
    /// <exception cref="BadFileException">Nobody of that number is in it.</exception>
    public static PersonChoice Choose(string name, PoseDocument document, Func<int, PosePerson> people, int? asked)
    {
        if (asked is { } number)
        {
            CheckNumber(name, document, number);
            return new PersonChoice(number, document.People, IsAsked: true);
        }

        int best = document.People == 1 ? 0 : Enumerable.Range(0, document.People).MaxBy(person => Signing(document, people(person)));
        return new PersonChoice(best + 1, document.People, IsAsked: false);
    }

    /// <summary>Where the person's hands are in all frames.</summary>
    public static HandTracks Track(PoseDocument document, PosePerson person)
    {
        var tracks = new HandTracks(document.Frames);
        var frame = new Landmark[LandmarkLayout.CountWithoutFace];
        for (int i = 0; i < document.Frames; i++)
        {
            person.Read(i, frame);
            tracks.Add(frame);
        }

        return tracks;
    }

    /// <returns>The document with that person alone.</returns>
    /// <param name="name">Names the file in errors.</param>
    /// <param name="document">Any document.</param>
    /// <param name="number">From 1.</param>
    /// <exception cref="BadFileException">Nobody of that number is in it.</exception>
    public static PoseDocument Only(string name, PoseDocument document, int number)
    {
        CheckNumber(name, document, number);
        byte[] body = new byte[document.Body.Length / document.People];
        int points = document.Header.PointCount;
        int coordinates = points * document.Header.Dimensions;
        Span<float> numbers = MemoryMarshal.Cast<byte, float>(body.AsSpan());
        for (int frame = 0; frame < document.Frames; frame++)
        {
            int person = (frame * document.People) + number - 1;
            document.Data.Slice(person * coordinates, coordinates).CopyTo(numbers[(frame * coordinates)..]);
            document.Confidence.Slice(person * points, points).CopyTo(numbers[((document.Frames * coordinates) + (frame * points))..]);
        }

        return document with { People = 1, Body = body };
    }

    private static void CheckNumber(string name, PoseDocument document, int number)
    {
        if (number < 1 || number > document.People)
        {
            throw new BadFileException(name, $"there is no person {number}: it has {document.People} {(document.People == 1 ? "person" : "people")}.", "Choose another with --person, or leave that out.");
        }
    }

    /// <summary>Travel and extent in shoulder widths; hands that are raised throughout count a twentieth of one, hands at rest less, and mere presence breaks ties.</summary>
    private static float Signing(PoseDocument document, PosePerson person)
    {
        HandTracks tracks = Track(document, person);
        (Vector2[] left, Vector2[] right) = tracks.Paths();
        float moved = HandTracks.Travel(left, Rest) + HandTracks.Travel(right, Rest) + HandTracks.Extent(left) + HandTracks.Extent(right);
        int raised = tracks.Heights().Count(height => height < Rest);
        return moved + (((0.05f * raised) + (0.01f * tracks.HandFrames) + (0.001f * tracks.PersonFrames)) / Math.Max(1, document.Frames));
    }
}
