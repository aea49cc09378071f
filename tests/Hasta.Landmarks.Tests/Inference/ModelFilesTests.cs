using Hasta.Landmarks.Inference;

namespace Hasta.Landmarks.Tests.Inference;

public sealed class ModelFilesTests : IDisposable
{
    private const string Packed = "holistic_solution_packed_assets.data";
    private const string Loader = "holistic_solution_packed_assets_loader.js";

    private readonly string folder = Directory.CreateTempSubdirectory("hasta-models-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_missing_model_is_an_error_that_names_the_file_and_the_remedy()
    {
        var error = Assert.Throws<BadFileException>(() => new ModelFiles(folder).Read(LandmarkModel.PoseLandmarkFull));

        Assert.Equal(Path.Combine(folder, "holistic", "pose_landmark_full.tflite"), error.Path);
        Assert.Contains("npm ci", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_package_is_the_same_error_for_packed_models()
    {
        var error = Assert.Throws<BadFileException>(() => new ModelFiles(folder).Read(LandmarkModel.HandRecrop));

        Assert.Contains("hand_recrop.tflite", error.Message, StringComparison.Ordinal);
        Assert.Contains("npm ci", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LandmarkModel.HandLandmarkLite, "hands/hand_landmark_lite.tflite")]
    [InlineData(LandmarkModel.FaceDetectionShortRange, "holistic/" + Packed)]
    public void A_file_with_one_flipped_bit_is_refused(LandmarkModel model, string file)
    {
        CopyPackages();
        string path = Path.Combine(folder, file);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[100_000] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = Assert.Throws<BadFileException>(() => new ModelFiles(folder).Read(model));

        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        Assert.Contains("npm ci", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_packed_assets_are_refused()
    {
        CopyPackages();
        using (var stream = File.OpenWrite(Path.Combine(folder, "holistic", Packed)))
        {
            stream.SetLength(1_000_000);
        }

        var error = Assert.Throws<BadFileException>(() => new ModelFiles(folder).Read(LandmarkModel.PoseDetection));

        Assert.Contains("out of range", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("loadPackage({")]
    [InlineData("loadPackage({\"files\": 3});")]
    [InlineData("loadPackage({\"files\": [null]});")]
    [InlineData("loadPackage({\"files\": [{\"filename\": null, \"start\": 0, \"end\": 4}]});")]
    [InlineData("loadPackage({\"files\": [{\"filename\": \"/a/hand_recrop.tflite\", \"start\": -1, \"end\": 4}]});")]
    [InlineData("loadPackage({\"files\": [{\"filename\": \"/a/hand_recrop.tflite\", \"start\": 0, \"end\": 9223372036854775807}]});")]
    public void A_malformed_loader_script_is_refused(string script)
    {
        CopyPackages();
        File.WriteAllText(Path.Combine(folder, "holistic", Loader), script);

        Assert.Throws<BadFileException>(() => new ModelFiles(folder).Read(LandmarkModel.HandRecrop));
    }

    [Fact]
    public void The_fingerprint_depends_on_the_models_and_not_on_their_order()
    {
        string both = ModelFiles.Fingerprint([LandmarkModel.PoseDetection, LandmarkModel.HandRecrop]);

        Assert.Equal(both, ModelFiles.Fingerprint([LandmarkModel.HandRecrop, LandmarkModel.PoseDetection]));
        Assert.NotEqual(both, ModelFiles.Fingerprint([LandmarkModel.HandRecrop]));
        Assert.Equal(16, both.Length);
    }

    private void CopyPackages()
    {
        string source = ModelFiles.Find().Folder;
        foreach (string file in new[] { $"holistic/{Packed}", $"holistic/{Loader}", "hands/hand_landmark_lite.tflite" })
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(source, file), target);
        }
    }
}
