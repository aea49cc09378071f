using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Training;

namespace Hasta.Cli;

/// <summary>Reads training settings from a file, or returns the defaults.</summary>
internal static class ConfigFile
{
    private static readonly string Epochs = KeyOf(nameof(TrainingConfig.Epochs));
    private static readonly string MinSteps = KeyOf(nameof(TrainingConfig.MinSteps));

    /// <summary>Epochs in the file override the default minimum of steps, but not a minimum in the same file.</summary>
    /// <exception cref="BadFileException">The file is missing, has an unknown key, or has a value out of range.</exception>
    public static TrainingConfig Read(string? path)
    {
        if (path is null)
        {
            return new TrainingConfig();
        }

        var keys = StrictJson.Read<Dictionary<string, JsonElement>>(path);
        TrainingConfig config = StrictJson.Read<TrainingConfig>(path);
        config = keys.ContainsKey(Epochs) && !keys.ContainsKey(MinSteps) ? config with { MinSteps = 0 } : config;
        try
        {
            config.Validate();
            return config;
        }
        catch (ArgumentException error)
        {
            throw new BadFileException(path, error.Message, "Correct it.", error);
        }
    }

    private static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
