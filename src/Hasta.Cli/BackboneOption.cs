using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Hub;
using Hasta.Training.Models.Vit;
using Microsoft.Extensions.Logging;

namespace Hasta.Cli;

/// <summary>Finds the published weights that an image backbone starts from: in a folder, in the cache, or on the hub.</summary>
internal static class BackboneOption
{
    private const long MaxSettingsBytes = 1 << 20;
    private const long MaxWeightsBytes = 1L << 31;

    private static readonly HubFile[] Files =
    [
        new(VitFolder.ConfigFile, MaxSettingsBytes),
        new(VitFolder.PreprocessorFile, MaxSettingsBytes, Optional: true),
        new(VitFolder.WeightsFile, MaxWeightsBytes),
    ];

    public static Option<string?> Option { get; } = new("--backbone")
    {
        Description = "Published ViT weights to start vitFusion from: a folder or a Hugging Face model. Default: from the settings.",
    };

    /// <param name="terminal">Where to print progress and warnings.</param>
    /// <param name="config">The requested settings.</param>
    /// <param name="named">A folder, or a model on the hub; null for the one in the settings, if any.</param>
    /// <param name="cancellationToken">Stops a download; downloaded data is kept.</param>
    /// <returns>The settings with the backbone's sizes, and its weights; the unchanged settings if no published model is named.</returns>
    /// <exception cref="HastaException">The backbone is not available or does not fit the settings.</exception>
    public static async Task<(TrainingConfig Config, VitFolder? Published)> FindAsync(
        Terminal terminal,
        TrainingConfig config,
        string? named,
        CancellationToken cancellationToken)
    {
        if (config.Model is not VitFusionConfig model)
        {
            return named is null
                ? (config, null)
                : throw new UsageException($"--backbone is for models with a backbone (vitFusion); {config.Model.Name} has none.");
        }

        bool isFolder = Directory.Exists(named);
        model = named is null ? model : model with { Pretrained = isFolder ? null : named };
        if (!isFolder && model.Pretrained is null)
        {
            return (config, null);
        }

        string folder = isFolder
            ? named!
            : await FetchAsync(terminal, HubModel.Parse(model.Pretrained!, model.Revision), cancellationToken);
        VitFolder published = VitFolder.Open(folder);
        return (StartingFrom(config with { Model = published.ApplyTo(model) }, published), published);
    }

    private static TrainingConfig StartingFrom(TrainingConfig config, VitFolder published)
    {
        TrainingConfig sized = config.Features.Frames is { } frames
            ? config with { Features = config.Features with { Frames = frames with { Size = published.Config.ImageSize } } }
            : config;
        try
        {
            sized.Validate();
            return sized;
        }
        catch (ArgumentException error)
        {
            throw new UsageException($"The settings do not fit this backbone: {error.Message}");
        }
    }

    private static async Task<string> FetchAsync(Terminal terminal, HubModel model, CancellationToken cancellationToken)
    {
        var options = HubOptions.From(Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory());
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        var client = new HubClient(options, loggers.CreateLogger<HubClient>(), TimeProvider.System);
        terminal.Error.WriteLine($"requesting {model.Id} from {options.Endpoint.Host} ...");
        return await ProgressBar.RunAsync(
            terminal, $"Downloading {model.Id}", progress => client.GetAsync(model, Files, progress, cancellationToken));
    }
}
