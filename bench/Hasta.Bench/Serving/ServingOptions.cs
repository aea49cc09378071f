namespace Hasta.Bench.Serving;

/// <summary>What is served and sent.</summary>
internal sealed record ServingOptions
{
    /// <summary>The built Hasta.Tool.dll.</summary>
    public required string Program { get; init; }

    /// <summary>The folder of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The cores that the server may use, as <c>taskset -c</c> reads them; null for all.</summary>
    public string? Cores { get; init; }

    /// <summary>Videos for video streams.</summary>
    public IReadOnlyList<string> Clips { get; init; } = [];

    /// <summary>.pose files for landmark streams.</summary>
    public IReadOnlyList<string> Poses { get; init; } = [];
}
