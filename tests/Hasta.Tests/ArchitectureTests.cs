using Hasta.Tests.Architecture;
using Hasta.Tests.Architecture.Fixtures.Training;

namespace Hasta.Tests;

/// <summary>ARCHITECTURE.md's table, checked against the compiled references.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Every_stage_uses_only_what_the_table_allows() =>
        Assert.Empty(new StageRules("Hasta").Broken(TypeUses.Of(typeof(HastaException).Assembly.Location)));

    [Fact]
    public void The_compiled_library_is_really_read() =>
        Assert.Contains(
            new TypeUse("Hasta.Landmarks", "LandmarkSequence", "Hasta.Landmarks", "LandmarkFrame"),
            TypeUses.Of(typeof(HastaException).Assembly.Location));

    [Theory]
    [InlineData("BreaksInField")]
    [InlineData("BreaksInSignature")]
    [InlineData("BreaksInBody")]
    [InlineData("BreaksInLambda")]
    [InlineData("BreaksInGenericArgument")]
    [InlineData("BreaksInConstraint")]
    [InlineData("BreaksInAttribute")]
    public void A_reference_forward_is_seen_wherever_it_hides(string type) =>
        Assert.Contains(BrokenFixtures(), use => use.User == type && use.Used == nameof(Coach));

    [Theory]
    [InlineData("BreaksByTorch", "torch")]
    [InlineData("BreaksByConsole", "Console")]
    [InlineData("Unplanned", "Object")]
    public void Torch_in_an_early_stage_a_console_and_an_unplanned_folder_are_seen(string type, string used) =>
        Assert.Contains(BrokenFixtures(), use => use.User == type && use.Used == used);

    [Fact]
    public void What_keeps_the_rules_is_left_alone() =>
        Assert.DoesNotContain(BrokenFixtures(), use => use.User is "Keeps" or nameof(Coach));

    private static IEnumerable<TypeUse> BrokenFixtures() =>
        new StageRules("Hasta.Tests.Architecture.Fixtures").Broken(TypeUses.Of(typeof(ArchitectureTests).Assembly.Location));
}
