using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Training.Tests.Checkpoints;

public sealed class TorchDeviceTests
{
    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:99")]
    [InlineData("cuda:-1")]
    [InlineData("")]
    public void An_unavailable_device_is_named(string name) =>
        Assert.Contains($"\"{name}\"", Assert.Throws<DeviceException>(() => TorchDevice.Pick(name)).Message);

    [Fact]
    public void The_CPU_is_always_available() => Assert.Equal(DeviceType.CPU, TorchDevice.Pick("cpu").type);

    [Fact]
    public void A_native_library_that_fails_to_load_reports_what_the_system_lacks()
    {
        var error = Assert.Throws<DeviceException>(() =>
            TorchDevice.Load(() => throw new DllNotFoundException("GLIBCXX_3.4.32 not found\ntrace")));

        Assert.Contains("GLIBCXX_3.4.32 not found It needs glibc", error.Message);
    }
}
