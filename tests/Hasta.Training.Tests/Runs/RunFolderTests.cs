using Hasta.Landmarks;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Runs;

namespace Hasta.Training.Tests.Runs;

/// <summary>Only one process at a time writes to a run.</summary>
[Collection(TorchTurns.Name)]
public sealed class RunFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    private RunFolder Run => new(folder.At("run"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_process_cannot_lock_a_run_in_training()
    {
        using IDisposable first = Run.Lock();

        var error = Assert.Throws<RunBusyException>(() => Run.Lock());

        Assert.Contains(Run.Root, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_can_be_locked_again_after_its_process_has_ended()
    {
        Run.Lock().Dispose();

        Run.Lock().Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_not_reported_as_busy()
    {
        Directory.CreateDirectory(folder.At("run", ".lock"));

        string message = Assert.Throws<BadFileException>(() => Run.Lock()).Message;

        Assert.Contains("cannot be written", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leftovers_of_a_killed_training_are_removed_and_nothing_else()
    {
        string left = folder.Write("run/metrics.jsonl.999999999-0123456789abcdef0123456789abcdef.partial");
        string own = folder.Write("run/thesis.partial");

        Run.Lock().Dispose();

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(own));
    }
}
