using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Hasta.Bench;

/// <summary><c>micro</c>: times each network and crop separately, on one thread.</summary>
internal static class MicroBenchmarks
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("micro", "Times each landmark network and each crop separately, on one thread (BenchmarkDotNet).");
        command.SetAction(_ => BenchmarkRunner.Run([typeof(NetworkBenchmarks), typeof(CropBenchmarks)], Config()));
        return command;
    }

    /// <summary>Runs in this process, because its native libraries are patched in place.</summary>
    private static ManualConfig Config() => ManualConfig.Create(DefaultConfig.Instance)
        .WithOptions(ConfigOptions.JoinSummary)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "hasta-bench"))
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
