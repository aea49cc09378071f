using Hasta.TestKit;
using Hasta.Landmarks.Formats;

namespace Hasta.Landmarks.Tests.Formats.Pose;

/// <summary>Units of coordinates whose shoulders have no distance.</summary>
public sealed class SameShouldersTests
{
    [Fact]
    public void Shoulders_at_the_same_place_are_in_no_unit() => Assert.Null(GuessFor(new Puppet { ShoulderWidth = 0 }));

    [Fact]
    public void Shoulders_that_are_never_seen_count_as_pixels() =>
        Assert.Equal(CoordinateUnits.Pixels, GuessFor(new Puppet { SeesBody = _ => false }));

    private static CoordinateUnits? GuessFor(Puppet puppet) => PoseUnits.Guess(HandTracks.From(puppet.Sign().Frames));
}
