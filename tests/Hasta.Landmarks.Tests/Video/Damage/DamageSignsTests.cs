using Hasta.Landmarks.Video.Damage;

namespace Hasta.Landmarks.Tests.Video.Damage;

/// <summary>Log lines of ffmpeg 5.1 to 7.</summary>
public sealed class DamageSignsTests
{
    private const string Opened = "[info] Input #0, matroska,webm, from 'file:/a.mkv':";

    [Theory]
    [InlineData("[matroska,webm @ 0x563280d0ba40] [error] File ended prematurely")]
    [InlineData("[mpegts @ 0x563280d0ba40] [warning] Packet corrupt (stream = 0, dts = 73728).")]
    [InlineData("[h264 @ 0x56131c3d0b00] [error] error while decoding MB 12 7, bytestream -5")]
    [InlineData(
        "[vist#0:0/h264 @ 0x55e0] [dec:h264 @ 0x55e1] [error] Error submitting packet to decoder: "
            + "Invalid data found when processing input")]
    [InlineData("[error] Error while decoding stream #0:0: Invalid data found when processing input")]
    public void Lost_frames_are_damage(string line) => Assert.True(After(Opened, line));

    [Theory]
    [InlineData(
        "[rawvideo @ 0x55f85befae40] [error] Application provided invalid, non monotonically increasing dts "
            + "to muxer in stream 0: 1 >= 1")]
    [InlineData(
        "[out#0/rawvideo @ 0x55f85befae40] [error] Application provided invalid, non monotonically increasing dts "
            + "to muxer in stream 0: 1 >= 1")]
    [InlineData("[h264 @ 0x56131c3d0b00] [error] mmco: unref short failure")]
    [InlineData("[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55d0] [error] Referenced QT chapter track not found")]
    [InlineData(
        "[swscaler @ 0x559fbb9ead80] [swscaler @ 0x559fbb9f8440] [warning] deprecated pixel format used, "
            + "make sure you did set range correctly")]
    [InlineData("[hevc @ 0x5611d9f9d8c0] [error] Could not find ref with POC 24")]
    public void Messages_that_leave_the_frames_intact_are_not_damage(string line) => Assert.False(After(Opened, line));

    [Fact]
    public void A_missing_reference_is_damage_once_frames_have_arrived() =>
        Assert.True(After(Opened, null, "[hevc @ 0x5611d9f9d8c0] [error] Could not find ref with POC 24"));

    [Fact]
    public void Before_the_file_is_open_only_messages_of_its_reader_count()
    {
        Assert.False(After("[h264 @ 0x5611d9f9d8c0] [error] non-existing PPS 0 referenced", Opened));
        Assert.True(After("[matroska,webm @ 0x563280d0ba40] [error] File ended prematurely", Opened));
    }

    private static bool After(params string?[] lines)
    {
        var signs = new DamageSigns("/a.mkv", "matroska,webm");
        foreach (string? line in lines)
        {
            if (line is null)
            {
                signs.MarkFirstFrame();
            }
            else
            {
                signs.Process(line);
            }
        }

        return signs.Any;
    }
}
