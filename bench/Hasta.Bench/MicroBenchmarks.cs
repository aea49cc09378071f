using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Hasta.Bench;

/// <summary><c>micro</c>: networks and crops alone, on one thread.</summary>
internal static class MicroBenchmarks
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("micro", "Each landmark network and each crop alone, on one thread (BenchmarkDotNet).");
        command.SetAction(_ => BenchmarkRunner.Run([typeof(NetworkBenchmarks), typeof(CropBenchmarks)], Config()));
        return command;
    }

    /// <summary>In this process, for the native libraries are patched where it lies.</summary>
    private static ManualConfig Config() => ManualConfig.Create(DefaultConfig.Instance)
        .WithOptions(ConfigOptions.JoinSummary)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "hasta-bench"))
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
