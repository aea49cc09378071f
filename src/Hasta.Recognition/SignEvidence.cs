using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition;

/// <summary>
/// Whether a clip, or a segment of a live stream, shows anything that may be a sign. A classifier names one of its glosses whatever it is given; this
/// rule knows nothing of glosses.
/// </summary>
internal static class SignEvidence
{
    /// <param name="sequence">The landmarks.</param>
    /// <param name="options">The limits; the defaults where left out.</param>
    /// <returns>Why it cannot be a sign; null where it may be one.</returns>
    public static UnsureReason? Check(LandmarkSequence sequence, SignEvidenceOptions? options = null)
    {
        options ??= new SignEvidenceOptions();
        var tracks = HandTracks.From(sequence.Frames);
        int frames = tracks.PersonFrames;
        if (frames < options.MinFrames)
        {
            return new UnsureReason(UnsureKind.TooFewFrames, $"a person is seen in {frames} of {sequence.Frames.Count} frames, and a sign takes at least {options.MinFrames}");
        }

        double enough = Math.Max(options.MinHandFrames, options.MinHandShare * frames);
        if (tracks.HandFrames < enough)
        {
            return new UnsureReason(UnsureKind.NoHand, tracks.HandFrames == 0 ? $"no hand is seen in any of {frames} frames" : $"a hand is seen in only {tracks.HandFrames} of {frames} frames");
        }

        return IsRaised(tracks, enough, options) || IsMoving(tracks, options) ? null : new UnsureReason(UnsureKind.NoSign, "no hand is raised or moves");
    }

    private static bool IsRaised(HandTracks tracks, double enough, SignEvidenceOptions options) =>
        tracks.Heights().Count(height => height < options.RaisedHeight) >= enough;

    private static bool IsMoving(HandTracks tracks, SignEvidenceOptions options)
    {
        (Vector2[] left, Vector2[] right) = tracks.Paths();
        bool Moves(Vector2[] path) =>
            path.Count(place => place.Y < options.MovementHeight) >= options.MinHandFrames && HandTracks.Extent(path) >= options.MinMovement;
        return Moves(left) || Moves(right);
    }
}
