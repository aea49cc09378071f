using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Hasta.Landmarks.Inference;

/// <summary>
/// ONNX Runtime's environment, which a process has once. Its official builds tell Microsoft about their use unless they are told not to
/// before they start (Privacy.md of the package); Hasta uploads nothing, so all of its use of ONNX Runtime begins here.
/// </summary>
public static partial class OnnxRuntime
{
    private const string NoTelemetry = "ORT_DISABLE_TELEMETRY";

    private static readonly Lazy<OrtEnv> Quiet = new(StartQuietly);

    /// <exception cref="DllNotFoundException">The native library is not there or does not load.</exception>
    public static OrtEnv Start() => Quiet.Value;

    /// <param name="model">A serialised ModelProto that Hasta itself has written.</param>
    /// <param name="provider">What computes it.</param>
    /// <param name="threads">Of the processor, 1 or more; 0 for as many as it has cores.</param>
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

    private static OrtEnv StartQuietly()
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

    /// <summary>On Unix .NET keeps a copy of the environment of its own, which native code does not see.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
