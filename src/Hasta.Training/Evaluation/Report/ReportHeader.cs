namespace Hasta.Training.Evaluation.Report;

/// <summary>What was measured, on what and how: the facts without which a figure means nothing.</summary>
internal sealed record ReportHeader
{
    /// <summary>The model's published name, such as ConvTransformer.</summary>
    public required string Model { get; init; }

    /// <summary>How many numbers the model has learnt.</summary>
    public required long Parameters { get; init; }

    /// <summary>The data folder's name.</summary>
    public required string Data { get; init; }

    /// <summary>The part of it that was evaluated: test, validation or all.</summary>
    public required string Part { get; init; }

    /// <summary>One sentence: which signers or sessions the training and these clips share, and how the parts were made.</summary>
    public required string Protocol { get; init; }

    /// <summary>True where the clips were made by a program. Every page says so loudly.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>What the logits were divided by before the softmax.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>When it was measured.</summary>
    public required DateTimeOffset Measured { get; init; }

    /// <summary>How long the model took over all clips.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The device and machine, such as "cpu, 2 cores, Linux x64".</summary>
    public required string Machine { get; init; }
}
