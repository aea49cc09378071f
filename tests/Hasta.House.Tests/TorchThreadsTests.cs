using Hasta.House.Tests.Architecture;
using Hasta.TestKit;

namespace Hasta.House.Tests;

public sealed class TorchThreadsTests
{
    [Fact]
    public void Only_the_program_sets_the_number_of_libtorchs_threads() => Assert.Equal(
        ["src/Hasta.Cli/TorchSetup.cs"],
        SourceFile.Below(SharedData.RepositoryRoot)
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)
                && file.Text.Contains("set_num_threads", StringComparison.Ordinal))
            .Select(file => file.Path));
}
