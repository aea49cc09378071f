using Hasta.Landmarks;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Tests.Landmarks.Inference;

public sealed class ExecutionProvidersTests
{
    [Theory]
    [InlineData(null, ExecutionProvider.Cpu)]
    [InlineData("", ExecutionProvider.Cpu)]
    [InlineData("cuda", ExecutionProvider.Cuda)]
    [InlineData("coreml", ExecutionProvider.CoreMl)]
    public void The_build_says_what_computes_landmarks(string? name, ExecutionProvider provider) => Assert.Equal(provider, ExecutionProviders.Parse(name));

    [Theory]
    [InlineData("abacus")]
    [InlineData("7")]
    public void One_that_Hasta_does_not_know_is_an_error_that_names_those_it_knows(string name) =>
        Assert.Contains("cpu, cuda, coreml", Assert.Throws<ExecutionProviderException>(() => ExecutionProviders.Parse(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_that_does_not_load_is_an_error_that_says_what_to_do()
    {
        Assert.SkipUnless(ExecutionProviders.OfBuild() == ExecutionProvider.Cpu, "This build may well have CUDA.");

        var error = Assert.Throws<ExecutionProviderException>(() => HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { Provider = ExecutionProvider.Cuda }));

        Assert.Contains("cuda", error.Message, StringComparison.Ordinal);
        Assert.Contains("OnnxBackend=cpu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Landmarks_of_another_provider_are_of_another_engine()
    {
        LandmarkEngineId onCpu = HolisticEngine.IdOf(new HolisticConfig { Provider = ExecutionProvider.Cpu });

        Assert.False(HolisticEngine.IdOf(new HolisticConfig { Provider = ExecutionProvider.Cuda }).IsCompatibleWith(onCpu));
        Assert.EndsWith(" provider=coreml", HandsEngine.IdOf(new HandsConfig { Provider = ExecutionProvider.CoreMl }).ToString(), StringComparison.Ordinal);
    }
}
