using System.Diagnostics;
using System.Text.Json;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.TestKit;

namespace Hasta.Training.Tests.Models.Onnx;

/// <summary>ONNX Runtime's package for Node.js, which is independent of Hasta.</summary>
internal static class NodePeer
{
    private static readonly string Folder = Path.Combine(
        SharedData.RepositoryRoot, "tests", "Hasta.Training.Tests", "Models", "Onnx", "peer");
    private static readonly Lazy<string> Installed = new(Install);

    /// <param name="model">A serialised ModelProto.</param>
    /// <param name="clips">A batch.</param>
    /// <param name="withPictures">Whether the model processes video frames.</param>
    /// <returns>Logits <c>[clip, gloss]</c>.</returns>
    public static IReadOnlyList<float[]> Logits(byte[] model, IReadOnlyList<FeatureSequence> clips, bool withPictures)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.At("model.onnx"), model);
        File.WriteAllText(folder.At("case.json"), JsonSerializer.Serialize(InputsOf(clips, withPictures)));
        using JsonDocument answer = JsonDocument.Parse(
            Run("node", Path.Combine(Installed.Value, "run.mjs"), folder.At("model.onnx"), folder.At("case.json")));
        int glosses = answer.RootElement.GetProperty("dims")[1].GetInt32();
        return [.. answer.RootElement.GetProperty("data").EnumerateArray().Select(number => number.GetSingle()).Chunk(glosses)];
    }

    private static Dictionary<string, object> InputsOf(IReadOnlyList<FeatureSequence> clips, bool withPictures)
    {
        PaddedClips padded = PaddedClips.From(clips);
        var inputs = new Dictionary<string, object>
        {
            [ClassifierInputs.Features] = Input("float32", padded.Values, padded.Count, padded.Time, FeatureExtractor.Count),
            [ClassifierInputs.Mask] = Input("bool", padded.Mask.Select(real => real ? 1 : 0), padded.Count, padded.Time),
        };
        if (withPictures)
        {
            PaddedFrames pictures = PaddedFrames.From(clips)!;
            inputs[ClassifierInputs.Pictures] = Input(
                "uint8",
                pictures.Pixels.Select(value => (int)value),
                pictures.Count,
                pictures.Frames,
                3,
                pictures.Size,
                pictures.Size);
            inputs[ClassifierInputs.PictureMask] = Input(
                "bool",
                pictures.Mask.Select(real => real ? 1 : 0),
                pictures.Count,
                pictures.Frames);
            inputs[ClassifierInputs.PictureTimes] = Input("float32", pictures.Times, pictures.Count, pictures.Frames);
        }

        return inputs;
    }

    private static object Input<T>(string type, IEnumerable<T> data, params int[] dims) => new { type, dims, data };

    private static string Install()
    {
        Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--prefix", Folder);
        return Folder;
    }

    private static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error.Result}");
        return output;
    }
}
