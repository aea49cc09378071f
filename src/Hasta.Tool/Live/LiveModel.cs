using Hasta.Recognition;
using Hasta.Tool.Output;

namespace Hasta.Tool.Live;

/// <summary>Checks whether a model can recognize streams.</summary>
internal static class LiveModel
{
    /// <summary>Warns if videos may be recognized worse than in training.</summary>
    /// <exception cref="UsageException">The model needs video frames.</exception>
    public static void Check(Terminal terminal, SignRecognizer recognizer, bool seesVideo)
    {
        if (recognizer.NeedsFrames)
        {
            throw new UsageException("this model uses video frames, and streams are recognized by landmarks only. Choose another --model.");
        }

        if (seesVideo && recognizer.EngineWarning is { } warning)
        {
            terminal.WriteError(warning);
        }
    }
}
