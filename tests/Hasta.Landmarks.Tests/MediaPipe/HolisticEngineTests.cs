using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe;

public sealed class HolisticEngineTests
{
    [Fact]
    public void Every_setting_changes_the_fingerprint()
    {
        HolisticConfig[] configs =
        [
            new(),
            new() { PoseModel = PoseModel.Lite },
            new() { HandModel = HandModel.Lite },
            new() { Face = false },
            new() { MinFaceDetectionScore = 0.4f },
            new() { MinFacePresence = 0.4f },
            new() { MinDetectionScore = 0.4f },
            new() { MinPosePresence = 0.4f },
            new() { MinHandPresence = 0.4f },
            new() { Provider = ExecutionProvider.Cuda },
        ];

        Assert.Equal(typeof(HolisticConfig).GetProperties().Length, configs.Length - 1);
        Assert.Distinct(configs.Select(HolisticEngine.IdOf));
        Assert.Equal(HolisticEngine.IdOf(new HolisticConfig()), Networks.Shared.Id);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void A_threshold_outside_0_to_1_is_refused(float threshold)
    {
        Assert.Throws<ArgumentException>(() =>
            HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { MinDetectionScore = threshold }));
        Assert.Throws<ArgumentException>(() => HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { MinPosePresence = threshold }));
        Assert.Throws<ArgumentException>(() => HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { MinHandPresence = threshold }));
        Assert.Throws<ArgumentException>(() =>
            HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { MinFaceDetectionScore = threshold }));
        Assert.Throws<ArgumentException>(() => HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { MinFacePresence = threshold }));
    }

    [Fact]
    public void Missing_model_files_are_reported_as_a_bad_file() =>
        Assert.Throws<BadFileException>(() => HolisticEngine.Load(new ModelFiles(Path.Combine(Path.GetTempPath(), "no-models-here"))));
}
