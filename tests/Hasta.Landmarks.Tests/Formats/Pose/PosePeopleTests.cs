using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

public sealed class PosePeopleTests
{
    private static readonly PoseDocument Signer = MadeClip.ToDocument(new Puppet().Sign());

    [Fact]
    public void An_empty_slot_before_the_signer_is_skipped() => AssertSigner(2, 3, null, Signer, null);

    [Fact]
    public void A_still_bystander_is_skipped() => AssertSigner(2, 2, PoseCut.Freeze(Signer, 0, pixels: 200), Signer);

    [Fact]
    public void A_bystander_who_moves_slightly_is_skipped() =>
        AssertSigner(
            3,
            3,
            PoseCut.Freeze(Signer, 5, pixels: 100),
            MadeClip.ToDocument(new Puppet { Speed = 0.03f, Place = new(100, 200) }.Sign()),
            Signer);

    [Fact]
    public void A_bystander_with_resting_hands_always_visible_does_not_outweigh_a_signer_with_a_hand_visible_at_times() =>
        AssertSigner(
            2,
            2,
            PoseCut.Freeze(Signer, 0, pixels: 100),
            MadeClip.ToDocument(new Puppet { SeesHand = (time, right) => right && time % 2 == 0 }.Sign()));

    [Fact]
    public void Tracker_jitter_does_not_count_as_movement()
    {
        var random = new Random(1);
        AssertSigner(2, 2, PoseCut.Move(PoseCut.Freeze(Signer, 0), (number, _) => number + (5 * (float)random.NextDouble())), Signer);
    }

    [Fact]
    public void The_first_of_several_people_who_sign_alike_is_chosen() => AssertSigner(1, 2, Signer, Signer);

    [Fact]
    public void A_requested_person_is_chosen()
    {
        PoseDocument still = PoseCut.Freeze(Signer, 0);

        LandmarkSequence read = PoseFile.ToSequence("two", PoseCut.Join(still, Signer), person: 1);

        Assert.Equal(new PersonChoice(1, 2, IsRequested: true), read.Person);
        AssertSame(still, read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Requesting_a_missing_person_is_an_error_that_gives_the_number_of_people(int person)
    {
        var error = Assert.Throws<BadFileException>(() => PoseFile.ToSequence("two", PoseCut.Join(Signer, Signer), person));

        Assert.Contains($"no person {person}", error.Message, StringComparison.Ordinal);
        Assert.Contains("2 people", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_one_person_has_no_person_choice() => Assert.Null(PoseFile.ToSequence("one", Signer).Person);

    [Fact]
    public void A_v00_file_whose_people_come_and_go_is_read()
    {
        byte[] file = PoseBytes.Version0(points: 1, [], [[1f, 2f, 1f], [3f, 4f, 1f]], [[5f, 6f, 1f]]);

        Assert.Throws<BadFileException>(() => PoseFile.ToSequence("comes and goes", PoseReader.Parse("comes and goes", file)));
        PoseDocument old = PoseCut.Join(PoseCut.Freeze(Signer, 0, pixels: 50), Signer);
        using var folder = new TempFolder();
        PoseWriter.Write(folder.At("old.pose"), old with { Header = old.Header with { Version = 0 } });
        Assert.Equal(2, PoseFile.Read(folder.At("old.pose")).Person?.Number);
    }

    private static void AssertSigner(int number, int people, params PoseDocument?[] document)
    {
        LandmarkSequence read = PoseFile.ToSequence("several", PoseCut.Join(document));

        Assert.Equal(new PersonChoice(number, people, IsRequested: false), read.Person);
        AssertSame(document[number - 1]!, read);
    }

    private static void AssertSame(PoseDocument expected, LandmarkSequence read) =>
        Assert.All(read.Frames.Zip(PoseFile.ToSequence("one", expected).Frames), pair => Assert.Equal(pair.Second.All, pair.First.All));
}
