using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Landmarks.Tests.Inference;

public sealed class ExecutionProvidersTests
{
    [Theory]
    [InlineData(null, ExecutionProvider.Cpu)]
    [InlineData("", ExecutionProvider.Cpu)]
    [InlineData("cuda", ExecutionProvider.Cuda)]
    [InlineData("coreml", ExecutionProvider.CoreMl)]
    public void The_build_selects_the_execution_provider(string? name, ExecutionProvider provider) =>
        Assert.Equal(provider, ExecutionProviders.Parse(name));

    [Theory]
    [InlineData("abacus")]
    [InlineData("7")]
    public void An_unknown_provider_is_an_error_that_lists_the_known_ones(string name) =>
        Assert.Contains(
            "cpu, cuda, coreml",
            Assert.Throws<ExecutionProviderException>(() => ExecutionProviders.Parse(name)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_provider_that_does_not_load_is_an_error_with_a_remedy()
    {
        Assert.SkipUnless(ExecutionProviders.FromBuild() == ExecutionProvider.Cpu, "This build may well have CUDA.");

        var error = Assert.Throws<ExecutionProviderException>(() =>
            HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { Provider = ExecutionProvider.Cuda }));

        Assert.Contains("cuda", error.Message, StringComparison.Ordinal);
        Assert.Contains("OnnxBackend=cpu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_provider_is_another_engine()
    {
        LandmarkEngineId onCpu = HolisticEngine.IdOf(new HolisticConfig { Provider = ExecutionProvider.Cpu });

        Assert.False(HolisticEngine.IdOf(new HolisticConfig { Provider = ExecutionProvider.Cuda }).IsCompatibleWith(onCpu));
        Assert.EndsWith(
            " provider=coreml",
            HandsEngine.IdOf(new HandsConfig { Provider = ExecutionProvider.CoreMl }).ToString(),
            StringComparison.Ordinal);
    }
}
