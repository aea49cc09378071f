using Hasta.Landmarks.Inference;
using Hasta.Landmarks.IO;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Inference;

/// <summary>TensorFlow Lite's own output for the input from <see cref="Paint"/>; see tflite-reference.js next to this file.</summary>
internal sealed record TfliteReference(string Name, int[] Shape, float Largest, float[] Values)
{
    private const int Samples = 32;
    private const int Prime = 7919;

    private static readonly Dictionary<LandmarkModel, TfliteReference[]> All = Read(
        Path.Combine(SharedData.RepositoryRoot, "tests", "Hasta.Landmarks.Tests", "Inference", "tflite-reference.json"));

    public static TfliteReference[] For(LandmarkModel model) => All[model];

    /// <summary>
    /// The same triangle waves as in the script, exact in float32: <c>[3, height, width]</c> here, <c>[height, width, 3]</c> in the script.
    /// </summary>
    public static float[] Paint(int height, int width)
    {
        float[] input = new float[height * width * 3];
        for (int i = 0; i < input.Length; i++)
        {
            int channel = i / width / height;
            int wave = ((i % width * (3 + channel)) + (i / width % height * (7 - (2 * channel)))) % 256;
            input[i] = Math.Min(wave, 256 - wave) / 128f;
        }

        return input;
    }

    /// <summary>The values of an output that the script recorded.</summary>
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
