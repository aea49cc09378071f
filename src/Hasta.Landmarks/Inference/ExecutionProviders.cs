using Microsoft.ML.OnnxRuntime;

namespace Hasta.Landmarks.Inference;

/// <summary>Chooses what the networks run on: build/OnnxBackend.props decides it with the native package, and writes it beside the program.</summary>
internal static class ExecutionProviders
{
    private const string BuildKey = "Hasta.OnnxProvider";

    /// <summary>What the running program was built for; the processor where it does not say.</summary>
    /// <exception cref="ExecutionProviderException">It names none that Hasta knows.</exception>
    public static ExecutionProvider OfBuild() => Parse(AppContext.GetData(BuildKey) as string);

    /// <exception cref="ExecutionProviderException">There is none of that name.</exception>
    public static ExecutionProvider Parse(string? name) =>
        string.IsNullOrEmpty(name) ? ExecutionProvider.Cpu
        : Enum.TryParse(name, ignoreCase: true, out ExecutionProvider provider) && Enum.IsDefined(provider) ? provider
        : throw new ExecutionProviderException(name, $"Hasta knows {string.Join(", ", Enum.GetNames<ExecutionProvider>()).ToLowerInvariant()}");

    /// <summary>What an engine's name says of it; nothing of the processor, on which all names before there was a choice were made.</summary>
    public static string NameIn(ExecutionProvider provider) =>
        provider == ExecutionProvider.Cpu ? string.Empty : $" provider={provider.ToString().ToLowerInvariant()}";

    /// <exception cref="ExecutionProviderException">It does not load.</exception>
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
