using System.Numerics;
using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Chooses the person in a .pose file who signs: the one whose hands travel most and are raised and seen most often.</summary>
internal static class PosePeople
{
    /// <summary>A hand at least this many shoulder widths below the shoulders is at rest.</summary>
    private const float Rest = 0.75f;

    /// <param name="name">Names the file in errors.</param>
    /// <param name="document">Has at least one person.</param>
    /// <param name="people">Returns a person of the document, from 0.</param>
    /// <param name="requested">Number of the person to choose, from 1; null for the one who signs.</param>
    /// <exception cref="BadFileException">There is no person with that number.</exception>
    public static PersonChoice Choose(string name, PoseDocument document, Func<int, PosePerson> people, int? requested)
    {
        if (requested is { } number)
        {
            CheckNumber(name, document, number);
            return new PersonChoice(number, document.People, IsRequested: true);
        }

        int best = document.People == 1 ? 0 : Enumerable.Range(0, document.People).MaxBy(person => SigningScore(document, people(person)));
        return new PersonChoice(best + 1, document.People, IsRequested: false);
    }

    /// <summary>The positions of the person's hands in all frames.</summary>
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

    /// <returns>The document with only that person.</returns>
    /// <param name="name">Names the file in errors.</param>
    /// <param name="document">The document.</param>
    /// <param name="number">From 1.</param>
    /// <exception cref="BadFileException">There is no person with that number.</exception>
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
            throw new BadFileException(
                name,
                $"there is no person {number}: it has {document.People} {(document.People == 1 ? "person" : "people")}.",
                "Choose another with --person, or omit it.");
        }
    }

    /// <summary>
    /// Travel and extent in shoulder widths. Hands that are raised throughout add a twentieth of one, hands at rest less, and mere presence
    /// breaks ties.
    /// </summary>
    private static float SigningScore(PoseDocument document, PosePerson person)
    {
        HandTracks tracks = Track(document, person);
        (Vector2[] left, Vector2[] right) = tracks.Paths();
        float moved = HandTracks.Travel(left, Rest) + HandTracks.Travel(right, Rest) + HandTracks.Extent(left) + HandTracks.Extent(right);
        int raised = tracks.Heights().Count(height => height < Rest);
        return moved + (((0.05f * raised) + (0.01f * tracks.HandFrames) + (0.001f * tracks.PersonFrames)) / Math.Max(1, document.Frames));
    }
}
