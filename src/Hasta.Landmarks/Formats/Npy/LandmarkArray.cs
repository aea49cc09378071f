namespace Hasta.Landmarks.Formats.Npy;

/// <summary>
/// Converts a flat array of 258 numbers per frame to landmarks: 33 pose points of x, y, z, visibility, then 21 points of the left and 21 of
/// the right hand of x, y, z; x and y are in 0..1 of the frame. An all-zero part or point was not detected. Many public sets of MediaPipe
/// Holistic landmarks use this format.
/// </summary>
internal static class LandmarkArray
{
    /// <summary>Name of the engine for landmarks from such an array, which does not record the actual engine.</summary>
    public const string EngineName = "landmark-array";

    public const int NumbersPerFrame = (LandmarkLayout.PoseCount * 4) + (2 * LandmarkLayout.HandCount * 3);

    /// <param name="values"><c>[frame, 258]</c>, flattened.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="width">Pixels of the frame that 0..1 refers to.</param>
    /// <param name="height">Pixels of the frame that 0..1 refers to.</param>
    /// <exception cref="ArgumentException">Not a whole number of frames.</exception>
    public static LandmarkSequence ToSequence(ReadOnlySpan<float> values, double fps, int width, int height)
    {
        if (values.Length % NumbersPerFrame != 0)
        {
            throw new ArgumentException($"{values.Length} numbers are not a whole number of frames of {NumbersPerFrame}.", nameof(values));
        }

        var frames = new LandmarkFrame[values.Length / NumbersPerFrame];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = ToFrame(values.Slice(i * NumbersPerFrame, NumbersPerFrame), TimeSpan.FromSeconds(i / fps), width, height);
        }

        return new LandmarkSequence { Fps = fps, Width = width, Height = height, Frames = frames };
    }

    private static LandmarkFrame ToFrame(ReadOnlySpan<float> values, TimeSpan time, int width, int height)
    {
        LandmarkFrame empty = LandmarkFrame.Empty(time);
        Landmark[] landmarks = empty.All.ToArray();
        int pose = LandmarkLayout.PoseCount * 4;
        int hand = LandmarkLayout.HandCount * 3;
        Fill(landmarks.AsSpan(LandmarkLayout.PoseStart, LandmarkLayout.PoseCount), values[..pose], width, height);
        Fill(landmarks.AsSpan(LandmarkLayout.LeftHandStart, LandmarkLayout.HandCount), values.Slice(pose, hand), width, height);
        Fill(landmarks.AsSpan(LandmarkLayout.RightHandStart, LandmarkLayout.HandCount), values.Slice(pose + hand, hand), width, height);
        return new LandmarkFrame(time, landmarks);
    }

    private static void Fill(Span<Landmark> part, ReadOnlySpan<float> values, int width, int height)
    {
        int stride = values.Length / part.Length;
        if (!values.ContainsAnyExcept(0f))
        {
            return;
        }

        for (int i = 0; i < part.Length; i++)
        {
            ReadOnlySpan<float> point = values.Slice(i * stride, stride);
            // Depth has the scale of x. A detected pose point keeps a confidence above 0, because 0 means missing.
            float confidence = stride == 4 ? Math.Clamp(point[3], 1e-6f, 1) : 1;
            part[i] = point.ContainsAnyExcept(0f) && float.IsFinite(point[0]) && float.IsFinite(point[1])
                ? new Landmark(point[0] * width, point[1] * height, float.IsFinite(point[2]) ? point[2] * width : 0, confidence)
                : Landmark.Missing;
        }
    }
}
