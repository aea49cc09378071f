namespace Hasta.Landmarks.Formats.Pose;

/// <summary>One person of a .pose document, as landmarks. Head points that the body lacks are derived from the face.</summary>
internal sealed class PosePerson
{
    private readonly PoseDocument document;
    private readonly int[] places;
    private readonly int person;
    private readonly Dictionary<int, int> face;
    private readonly int[] derived;

    /// <param name="document">The file.</param>
    /// <param name="places">For each of its points, the index in a frame: <see cref="PoseFile.Places"/>.</param>
    /// <param name="person">From 0.</param>
    public PosePerson(PoseDocument document, int[] places, int person)
    {
        this.document = document;
        this.places = places;
        this.person = person;
        face = places.Index().Where(point => point.Item >= LandmarkLayout.CountWithoutFace)
            .DistinctBy(point => point.Item).ToDictionary(point => point.Item - LandmarkLayout.CountWithoutFace, point => point.Index);
        derived = face.Count == 0 ? [] : [.. HeadFromFace.Points.Where(IsNeverSeen)];
    }

    /// <param name="frame">From 0.</param>
    /// <param name="landmarks">Overwritten; with or without the points of the face.</param>
    public void Read(int frame, Span<Landmark> landmarks)
    {
        landmarks.Fill(Landmark.Missing);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0 && places[i] < landmarks.Length && At(frame, i) is { IsMissing: false } point)
            {
                landmarks[places[i]] = point;
            }
        }

        if (derived.Length > 0 && Landmark.AnySeen(landmarks[..LandmarkLayout.PoseCount]))
        {
            foreach (int point in derived)
            {
                landmarks[point] = HeadFromFace.Place(
                    point,
                    number => face.TryGetValue(number, out int index) ? At(frame, index) : Landmark.Missing);
            }
        }
    }

    /// <returns>Missing if the file marks it as missing or has no number; z is 0 if the file has only x and y.</returns>
    private Landmark At(int frame, int index)
    {
        int dimensions = document.Header.Dimensions;
        int point = (((frame * document.People) + person) * places.Length) + index;
        ReadOnlySpan<float> xyz = document.Data.Slice(point * dimensions, dimensions);
        float confidence = document.Confidence[point];
        return confidence > 0 && float.IsFinite(xyz[0]) && float.IsFinite(xyz[1])
            ? new Landmark(xyz[0], xyz[1], dimensions > 2 && float.IsFinite(xyz[2]) ? xyz[2] : 0, Math.Min(confidence, 1))
            : Landmark.Missing;
    }

    private bool IsNeverSeen(int point)
    {
        int[] found = [.. places.Index().Where(place => place.Item == point).Select(place => place.Index)];
        return !Enumerable.Range(0, document.Frames).Any(frame => Array.Exists(found, index => !At(frame, index).IsMissing));
    }
}
