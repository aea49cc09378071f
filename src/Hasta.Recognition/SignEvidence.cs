using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition;

/// <summary>
/// Checks whether a clip, or a segment of a live stream, shows anything that may be a sign. A classifier returns one of its glosses for
/// any input; this rule does not depend on glosses.
/// </summary>
internal static class SignEvidence
{
    /// <param name="sequence">The landmarks.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <returns>Why it cannot be a sign; null if it may be one.</returns>
    public static UnsureReason? Check(LandmarkSequence sequence, SignEvidenceOptions? options = null)
    {
        options ??= new SignEvidenceOptions();
        var tracks = HandTracks.From(sequence.Frames);
        int frames = tracks.PersonFrames;
        if (frames < options.MinFrames)
        {
            return new UnsureReason(
                UnsureKind.TooFewFrames,
                $"a person is seen in {frames} of {sequence.Frames.Count} frames, but a sign takes at least {options.MinFrames}");
        }

        double minHandFrames = Math.Max(options.MinHandFrames, options.MinHandShare * frames);
        if (tracks.HandFrames < minHandFrames)
        {
            return new UnsureReason(
                UnsureKind.NoHand,
                tracks.HandFrames == 0
                    ? $"no hand is seen in any of {frames} frames"
                    : $"a hand is seen in only {tracks.HandFrames} of {frames} frames");
        }

        return IsRaised(tracks, minHandFrames, options) || IsMoving(tracks, options)
            ? null
            : new UnsureReason(UnsureKind.NoSign, "no hand is raised or moving");
    }

    private static bool IsRaised(HandTracks tracks, double minHandFrames, SignEvidenceOptions options) =>
        tracks.Heights().Count(height => height < options.RaisedHeight) >= minHandFrames;

    private static bool IsMoving(HandTracks tracks, SignEvidenceOptions options)
    {
        (Vector2[] left, Vector2[] right) = tracks.Paths();
        bool Moves(Vector2[] path) =>
            path.Count(position => position.Y < options.MovementHeight) >= options.MinHandFrames
            && HandTracks.Extent(path) >= options.MinMovement;
        return Moves(left) || Moves(right);
    }
}
