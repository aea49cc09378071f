namespace Hasta.Landmarks;

/// <summary>
/// The people seen in a clip's first frame. One of them is tracked: the one with the highest score of MediaPipe's detector, usually the
/// largest.
/// </summary>
/// <param name="Count">People, 0 or more.</param>
/// <param name="Tracked">Position of the tracked person, counted from the left from 1; 0 if nobody was seen.</param>
public readonly record struct PeopleAtStart(int Count, int Tracked);
