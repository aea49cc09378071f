using System.Runtime.InteropServices;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Bench.Serving;

/// <summary>Reads .pose files as a program that finds landmarks itself sends them.</summary>
internal static class LandmarkCamera
{
    /// <param name="files">Played one after the other, all in the size of the first.</param>
    public static Camera Read(IReadOnlyList<string> files)
    {
        LandmarkSequence[] clips = [.. files.Select(file => PoseFile.Read(file))];
        LandmarkFrame[] frames = [.. clips.SelectMany(clip => FramesOf(clip, (float)clips[0].Height / clip.Height))];
        return new Camera("landmarks", clips[0].Width, clips[0].Height, [.. frames.Select(BytesOf)]) { Landmarks = frames };
    }

    private static IEnumerable<LandmarkFrame> FramesOf(LandmarkSequence clip, float scale)
    {
        double step = clip.Fps / Camera.FramesPerSecond;
        for (double at = 0; at <= clip.Frames.Count - 1; at += step)
        {
            LandmarkFrame frame = clip.Frames[(int)Math.Round(at)].Scale(scale, scale);
            yield return new LandmarkFrame(frame.Time, frame.All[..LandmarkLayout.CountWithoutFace].ToArray());
        }
    }

    private static byte[] BytesOf(LandmarkFrame frame)
    {
        float[] numbers = new float[4 * LandmarkLayout.CountWithoutFace];
        for (int i = 0; i < LandmarkLayout.CountWithoutFace; i++)
        {
            if (!frame[i].IsMissing)
            {
                Landmark point = frame[i];
                float[] values = [point.X, point.Y, point.Z, point.Confidence];
                values.CopyTo(numbers, 4 * i);
            }
        }

        return MemoryMarshal.AsBytes<float>(numbers).ToArray();
    }
}
