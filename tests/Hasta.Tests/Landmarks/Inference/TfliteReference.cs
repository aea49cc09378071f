using Hasta.Landmarks.IO;
using Hasta.Landmarks.Inference;

namespace Hasta.Tests.Landmarks.Inference;

/// <summary>What TensorFlow Lite itself computed from <see cref="Paint"/>'s picture: see tflite-reference.js beside this file.</summary>
internal sealed record TfliteReference(string Name, int[] Shape, float Largest, float[] Values)
{
    private const int Samples = 32;
    private const int Prime = 7919;

    private static readonly Dictionary<LandmarkModel, TfliteReference[]> All = Read(
        Path.Combine(SharedData.RepositoryRoot, "tests", "Hasta.Tests", "Landmarks", "Inference", "tflite-reference.json"));

    public static TfliteReference[] For(LandmarkModel model) => All[model];

    /// <summary>The same triangle waves as in the script, exact in float32: <c>[3, height, width]</c>, there <c>[height, width, 3]</c>.</summary>
    public static float[] Paint(int height, int width)
    {
        float[] picture = new float[height * width * 3];
        for (int i = 0; i < picture.Length; i++)
        {
            int channel = i / width / height;
            int wave = ((i % width * (3 + channel)) + (i / width % height * (7 - (2 * channel)))) % 256;
            picture[i] = Math.Min(wave, 256 - wave) / 128f;
        }

        return picture;
    }

    /// <summary>The values of an output that the script wrote down.</summary>
    public static float[] Sample(float[] output)
    {
        float[] sample = new float[Math.Min(Samples, output.Length)];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = output[output.Length < Samples ? i : i * Prime % output.Length];
        }

        return sample;
    }

    private static Dictionary<LandmarkModel, TfliteReference[]> Read(string path) =>
        StrictJson.Read<Dictionary<LandmarkModel, TfliteReference[]>>(path);
}
