using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Hasta.Landmarks.Inference;

/// <summary>
/// ONNX Runtime's environment, one per process. Official builds send telemetry to Microsoft unless it is disabled before they start
/// (Privacy.md of the package). Hasta uploads nothing, so all use of ONNX Runtime must start here.
/// </summary>
public static partial class OnnxRuntime
{
    private const string NoTelemetry = "ORT_DISABLE_TELEMETRY";

    private static readonly Lazy<OrtEnv> LazyEnvironment = new(StartWithoutTelemetry);

    /// <exception cref="DllNotFoundException">The native library is missing or does not load.</exception>
    public static OrtEnv Start() => LazyEnvironment.Value;

    /// <param name="model">A serialised ModelProto written by Hasta.</param>
    /// <param name="provider">The provider to run it on.</param>
    /// <param name="threads">CPU threads, 1 or more; 0 for one per core.</param>
    /// <exception cref="ExecutionProviderException">The provider does not load.</exception>
    internal static InferenceSession CreateSession(byte[] model, ExecutionProvider provider, int threads)
    {
        Start();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        ExecutionProviders.AddTo(options, provider);
        return new InferenceSession(model, options);
    }

    private static OrtEnv StartWithoutTelemetry()
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable(NoTelemetry, "1");
        }
        else if (SetNative(NoTelemetry, "1", overwrite: 1) != 0)
        {
            throw new InvalidOperationException($"{NoTelemetry} cannot be set (error {Marshal.GetLastPInvokeError()}).");
        }

        return OrtEnv.Instance();
    }

    /// <summary>On Unix, .NET keeps its own copy of the environment, which native code does not see.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
