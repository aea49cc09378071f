namespace Hasta.Landmarks;

/// <summary>All landmarks of one frame, in the order of <see cref="LandmarkLayout"/>.</summary>
public sealed class LandmarkFrame
{
    private readonly Landmark[] landmarks;

    /// <param name="time">Presentation time since the start of the clip or stream.</param>
    /// <param name="landmarks">
    /// <see cref="LandmarkLayout.CountWithoutFace"/> or <see cref="LandmarkLayout.CountWithFace"/> points; the frame keeps the array.
    /// </param>
    /// <exception cref="ArgumentException">The number of points is neither of these.</exception>
    public LandmarkFrame(TimeSpan time, Landmark[] landmarks)
    {
        if (landmarks.Length is not (LandmarkLayout.CountWithoutFace or LandmarkLayout.CountWithFace))
        {
            throw new ArgumentException($"{landmarks.Length} landmarks do not match a layout.", nameof(landmarks));
        }

        Time = time;
        this.landmarks = landmarks;
    }

    public TimeSpan Time { get; }

    public bool HasFace => landmarks.Length == LandmarkLayout.CountWithFace;

    public ReadOnlySpan<Landmark> All => landmarks;

    /// <summary>33 points; all missing if no person was found.</summary>
    public ReadOnlySpan<Landmark> Pose => landmarks.AsSpan(LandmarkLayout.PoseStart, LandmarkLayout.PoseCount);

    /// <summary>21 points of the signer's own left hand.</summary>
    public ReadOnlySpan<Landmark> LeftHand => landmarks.AsSpan(LandmarkLayout.LeftHandStart, LandmarkLayout.HandCount);

    /// <summary>21 points of the signer's own right hand.</summary>
    public ReadOnlySpan<Landmark> RightHand => landmarks.AsSpan(LandmarkLayout.RightHandStart, LandmarkLayout.HandCount);

    /// <summary>468 points, or none if the extractor omitted the face.</summary>
    public ReadOnlySpan<Landmark> Face => landmarks.AsSpan(LandmarkLayout.CountWithoutFace);

    /// <param name="index">Index of a point as named by <see cref="LandmarkLayout"/>.</param>
    public Landmark this[int index] => landmarks[index];

    /// <returns>
    /// The same points, scaled horizontally and in depth by <paramref name="x"/>, and vertically by <paramref name="y"/>.
    /// </returns>
    public LandmarkFrame Scale(float x, float y) =>
        new(Time, Array.ConvertAll(landmarks, point => point with { X = point.X * x, Y = point.Y * y, Z = point.Z * x }));

    /// <returns>The same points, moved right by <paramref name="x"/> and down by <paramref name="y"/> pixels.</returns>
    public LandmarkFrame Move(float x, float y) =>
        new(Time, Array.ConvertAll(landmarks, point => point with { X = point.X + x, Y = point.Y + y }));

    public static LandmarkFrame Empty(TimeSpan time, bool withFace = false) =>
        new(time, Landmark.AllMissing(withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace));
}
