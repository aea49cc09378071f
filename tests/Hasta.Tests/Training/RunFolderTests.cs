using Hasta.Landmarks;
using Hasta.Tests.Models;
using Hasta.Training.Runs;

namespace Hasta.Tests.Training;

/// <summary>One process writes a run at a time.</summary>
[Collection(TorchTurns.Name)]
public sealed class RunFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    private RunFolder Run => new(folder.At("run"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_that_is_being_trained_is_refused_to_a_second_process()
    {
        using IDisposable first = Run.Lock();

        var error = Assert.Throws<RunBusyException>(() => Run.Lock());

        Assert.Contains(Run.Root, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_free_again_when_its_process_has_ended()
    {
        Run.Lock().Dispose();

        Run.Lock().Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_not_called_busy()
    {
        Directory.CreateDirectory(folder.At("run", ".lock"));

        string message = Assert.Throws<BadFileException>(() => Run.Lock()).Message;

        Assert.Contains("cannot be written", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_training_left_is_removed_and_nothing_else()
    {
        string left = folder.Write("run/metrics.jsonl.999999999-0123456789abcdef0123456789abcdef.partial");
        string own = folder.Write("run/thesis.partial");

        Run.Lock().Dispose();

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(own));
    }
}
