using Microsoft.ML.OnnxRuntime;

namespace Hasta.Landmarks.Inference;

/// <summary>
/// Selects the execution provider: build/OnnxBackend.props sets it along with the native package, and writes it next to the program.
/// </summary>
internal static class ExecutionProviders
{
    private const string BuildKey = "Hasta.OnnxProvider";

    /// <summary>The provider that the program was built for; the CPU if not specified.</summary>
    /// <exception cref="ExecutionProviderException">The specified provider is unknown.</exception>
    public static ExecutionProvider FromBuild() => Parse(AppContext.GetData(BuildKey) as string);

    /// <exception cref="ExecutionProviderException">There is no provider with that name.</exception>
    public static ExecutionProvider Parse(string? name) =>
        string.IsNullOrEmpty(name) ? ExecutionProvider.Cpu
        : Enum.TryParse(name, ignoreCase: true, out ExecutionProvider provider) && Enum.IsDefined(provider) ? provider
        : throw new ExecutionProviderException(
            name,
            $"Hasta supports {string.Join(", ", Enum.GetNames<ExecutionProvider>()).ToLowerInvariant()}");

    /// <summary>
    /// The provider's text in an engine's settings; empty for the CPU, so that ids from before there was a choice stay valid.
    /// </summary>
    public static string SettingsSuffix(ExecutionProvider provider) =>
        provider == ExecutionProvider.Cpu ? string.Empty : $" provider={provider.ToString().ToLowerInvariant()}";

    /// <exception cref="ExecutionProviderException">The provider does not load.</exception>
    public static void AddTo(SessionOptions options, ExecutionProvider provider)
    {
        try
        {
            switch (provider)
            {
                case ExecutionProvider.Cuda: options.AppendExecutionProvider_CUDA(); break;
                case ExecutionProvider.CoreMl: options.AppendExecutionProvider_CoreML(); break;
                default: break;
            }
        }
        catch (Exception error) when (error is OnnxRuntimeException or EntryPointNotFoundException)
        {
            throw new ExecutionProviderException(provider.ToString().ToLowerInvariant(), error.Message, error);
        }
    }
}
