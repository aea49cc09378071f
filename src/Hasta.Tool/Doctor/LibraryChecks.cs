using Hasta.Landmarks;
using Hasta.Landmarks.Inference;
using Hasta.Recognition;
using Hasta.Recognition.Models;
using Microsoft.ML.OnnxRuntime;

namespace Hasta.Tool.Doctor;

/// <summary>Checks of the models and ONNX Runtime.</summary>
internal static class LibraryChecks
{
    public static Finding Models() => Check("Landmark models", () =>
    {
        ModelFiles files = ModelFiles.Find();
        foreach (LandmarkModel model in Enum.GetValues<LandmarkModel>())
        {
            files.Read(model);
        }

        return $"{Enum.GetValues<LandmarkModel>().Length} files with the pinned SHA-256 in {files.Folder}";
    });

    public static Finding Onnx() => Check("ONNX Runtime", () =>
    {
        string version = OnnxRuntime.Start().GetVersionString();
        ExecutionProvider provider = ExecutionProviders.FromBuild();
        using var options = new SessionOptions();
        ExecutionProviders.AddTo(options, provider);
        string available = string.Join(", ", OnnxRuntime.Start().GetAvailableProviders());
        return $"{version}, landmarks on {provider.ToString().ToLowerInvariant()} (available: {available}); telemetry is off";
    });

    public static Finding Shipped() => Check("Shipped model", () =>
    {
        using var model = RecognitionModel.Load(ShippedModel.Find());
        return $"{model.Vocabulary.Count} glosses, {model.ParameterCount} parameters";
    });

    /// <param name="name">What is checked.</param>
    /// <param name="inspect">Returns what was found; its error message becomes the remedy.</param>
    public static Finding Check(string name, Func<string> inspect)
    {
        try
        {
            return new Finding(name, FindingState.Good, inspect());
        }
        catch (Exception error) when (error is HastaException or DllNotFoundException or TypeInitializationException)
        {
            return new Finding(name, FindingState.Bad, "not usable", error.GetBaseException().Message);
        }
    }
}
