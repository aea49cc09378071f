using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Evaluation.Strangers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.Cli;

/// <summary>What <c>hasta benchmark strangers</c> was asked to measure.</summary>
internal sealed record StrangersRequest
{
    public const string WorkerOption = "--worker";

    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>See <see cref="SourceTable"/>.</summary>
    public required string Sources { get; init; }

    /// <summary>A file with the words to score; null scores all.</summary>
    public string? Words { get; init; }

    public required string Output { get; init; }

    public required TrainingConfig Config { get; init; }

    public required int Seeds { get; init; }

    public required int Jobs { get; init; }

    /// <summary>choose, report, or null for both.</summary>
    public string? Half { get; init; }

    public bool Quick { get; init; }

    /// <summary>The command line, for worker processes.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    private string Folds => Path.Combine(Output, "folds");

    /// <param name="terminal">Shows progress and figures.</param>
    /// <param name="worker">The share of a worker process, I/N; null for the process that the user started.</param>
    /// <param name="cancellationToken">Stops after the current step; finished folds are kept.</param>
    public async Task RunAsync(Terminal terminal, string? worker, CancellationToken cancellationToken)
    {
        var table = SourceTable.Read(Sources);
        HashSet<string>? words = ReadWords();
        Directory.CreateDirectory(Folds);
        if (worker is not null)
        {
            RunShare(terminal, table, Load(table), worker, cancellationToken);
            return;
        }

        if (!Quick)
        {
            await ProgressBar.RunAsync(terminal, "Leaving sources out", progress =>
                WorkerProcesses.RunAsync(Arguments, Jobs, Work(table).Length, progress, cancellationToken));
        }

        StrangersData data = Load(table);
        foreach (SkippedClip skipped in data.Skipped)
        {
            terminal.WriteError($"skipped {skipped.Clip}: {skipped.Reason}");
        }

        StrangersBenchmark benchmark = Benchmark(data);
        SourceFold[] folds = Quick
            ? [.. SeedRange.SelectMany(seed => benchmark.Run(
                Folds, source => source.Ships, [.. Tested(table).Where(source => !source.Ships)], seed, cancellationToken))]
            : [.. Work(table).SelectMany(fold => benchmark.Run(Folds, fold.Source, fold.Seed, cancellationToken))];
        StrangersTable.Print(terminal, table, words is null ? folds : [.. folds.Select(fold => fold.Only(words))]);
    }

    private IEnumerable<int> SeedRange => Enumerable.Range(Config.Seed, Seeds);

    private IEnumerable<StrangerSource> Tested(SourceTable table) =>
        table.Sources.Where(source => Half is null || source.Half.ToString().Equals(Half, StringComparison.OrdinalIgnoreCase));

    private (StrangerSource Source, int Seed)[] Work(SourceTable table) =>
        [.. from seed in SeedRange from source in Tested(table) select (source, seed)];

    private void RunShare(Terminal terminal, SourceTable table, StrangersData data, string worker, CancellationToken cancellationToken)
    {
        int[] share = [.. worker.Split('/').Select(int.Parse)];
        StrangersBenchmark benchmark = Benchmark(data);
        foreach ((StrangerSource source, int seed) in Work(table).Where((_, i) => i % share[1] == share[0]))
        {
            SourceFold? fold = benchmark.Run(Folds, source, seed, cancellationToken).SingleOrDefault();
            terminal.Answers.WriteLine(fold is null
                ? $"{source.Name}: no known word"
                : $"{source.Name} {SourceScore.From([fold]).Top1:P1}");
        }
    }

    private StrangersData Load(SourceTable table) => StrangersData.Load(Data, table, Config.Features);

    private StrangersBenchmark Benchmark(StrangersData data) => new(data, Config, TorchSetup.Pick("cpu"), NullLogger<Trainer>.Instance);

    /// <exception cref="BadFileException">The file is missing or empty.</exception>
    private HashSet<string>? ReadWords()
    {
        if (Words is null)
        {
            return null;
        }

        if (!File.Exists(Words))
        {
            throw new BadFileException(Words, "this file is missing.", "Check the path.");
        }

        HashSet<string> words = [.. StrictText.ReadLines(Words).Select(NameText.Clean).Where(word => word.Length > 0)];
        return words.Count > 0 ? words : throw new BadFileException(Words, "it has no words.", "Write one word per line.");
    }
}
