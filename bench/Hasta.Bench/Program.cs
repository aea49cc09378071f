using System.CommandLine;
using Hasta.Bench;
using Hasta.Bench.Serving;

return await new RootCommand("Measures Hasta's speed on this machine. Close other programs first.")
{
    MicroBenchmarks.Command,
    LandmarkSpeedCommand.Command,
    TrainingSpeedCommand.Training,
    TrainingSpeedCommand.Inference,
    TrainingSpeedCommand.Memory,
    RecognizeSpeedCommand.Command,
    LookupSpeedCommand.Command,
    DownloadSpeedCommand.Command,
    DownloadSpeedCommand.Fetch,
    ServingCommand.Command,
}.Parse(args).InvokeAsync();
