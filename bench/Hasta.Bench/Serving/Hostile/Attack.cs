namespace Hasta.Bench.Serving.Hostile;

/// <summary>What a hostile client does, while honest ones stream.</summary>
/// <param name="Name">What it sends.</param>
/// <param name="RunAsync">Attacks a server until it is told to end; returns how the server answered.</param>
internal sealed record Attack(string Name, Func<Uri, CancellationToken, Task<string>> RunAsync)
{
    private const int Workers = 4;

    /// <summary>An attack that four clients repeat as fast as it is answered.</summary>
    public static Attack Repeated(string name, Func<Uri, Task<string>> attack) => new(name, async (root, ending) =>
    {
        IEnumerable<Task<string[]>> workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => RepeatAsync(attack, root, ending)));
        string[][] answers = await Task.WhenAll(workers);
        return Count(answers.SelectMany(answer => answer));
    });

    /// <returns>Each answer and how often it was given.</returns>
    public static string Count(IEnumerable<string> answers) =>
        string.Join(
            ", ", answers.CountBy(answer => answer).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key}: {pair.Value}"));

    private static async Task<string[]> RepeatAsync(Func<Uri, Task<string>> attack, Uri root, CancellationToken ending)
    {
        var answers = new List<string>();
        while (!ending.IsCancellationRequested)
        {
            answers.Add(await attack(root));
        }

        return [.. answers];
    }
}
