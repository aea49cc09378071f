namespace Hasta.Datasets.Fetching;

/// <summary>Discards progress reports.</summary>
internal sealed class NoProgress : IProgress<long>
{
    public static NoProgress Instance { get; } = new();

    public void Report(long value)
    {
    }
}
