using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Hands;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe.Hands;

public sealed class HandsEngineTests
{
    [Fact]
    public void Every_setting_changes_the_fingerprint()
    {
        HandsConfig[] configs =
        [
            new(),
            new() { PalmModel = PalmModel.Lite },
            new() { HandModel = HandModel.Lite },
            new() { MinPalmScore = 0.4f },
            new() { MinHandPresence = 0.4f },
            new() { Provider = ExecutionProvider.Cuda },
        ];

        Assert.Equal(typeof(HandsConfig).GetProperties().Length, configs.Length - 1);
        Assert.Distinct(configs.Select(HandsEngine.IdOf).Append(Networks.Shared.Id));
        Assert.Equal(HandsEngine.IdOf(new HandsConfig()), Networks.Hands.Id);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void A_threshold_outside_0_to_1_is_refused(float threshold)
    {
        Assert.Throws<ArgumentException>(() => HandsEngine.Load(ModelFiles.Find(), new HandsConfig { MinPalmScore = threshold }));
        Assert.Throws<ArgumentException>(() => HandsEngine.Load(ModelFiles.Find(), new HandsConfig { MinHandPresence = threshold }));
    }
}
