using Hasta.Training;

namespace Hasta.Cli;

/// <summary>Training settings from a file, or the defaults.</summary>
public static class ConfigFile
{
    /// <exception cref="BadFileException">Missing, an unknown key, or a value outside its range.</exception>
    public static TrainingConfig Read(string? path)
    {
        if (path is null)
        {
            return new TrainingConfig();
        }

        TrainingConfig config = StrictJson.Read<TrainingConfig>(path);
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
}
