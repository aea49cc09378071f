using Hasta.Landmarks;

namespace Hasta.Cli;

/// <summary>A worker process failed; it has printed why.</summary>
internal sealed class WorkerFailedException(int exitCode)
    : HastaException($"a worker process ended with exit code {exitCode}; see its message above. Run the same command again to continue.");
