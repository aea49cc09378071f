namespace Hasta.Landmarks;

/// <summary>Who was seen in a clip's first frame. One of them is followed: the one that MediaPipe's detector is surest of, mostly the largest.</summary>
/// <param name="Count">People, 0 or more.</param>
/// <param name="Followed">The place of the one who is followed, counted from the left from 1; 0 where nobody was seen.</param>
public readonly record struct PeopleAtStart(int Count, int Followed);
