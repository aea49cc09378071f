using System.Buffers.Binary;
using Hasta.TestKit;
using Hasta.Training.Runs;
using Tensorboard;

namespace Hasta.Training.Tests.Runs;

/// <summary>Reads event files like TensorBoard: framing, both checksums, and the events that a restart discards.</summary>
public sealed class EventFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_values_of_every_epoch_are_in_complete_records()
    {
        var log = new TensorBoardLog(folder.Path, new Clock());
        log.Write(Result(1, 0.5));
        log.Write(Result(2, null));

        Event[] events = [.. Read(Assert.Single(Directory.GetFiles(folder.Path)))];

        Assert.Equal("brain.Event:2", events[0].FileVersion);
        Assert.Equal(
            ["accuracy/validation", "learning rate", "loss/train", "loss/validation", "speed/clips a second", "speed/waiting for clips"],
            Tags(events[2]).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, events[2].Step);
        Assert.Equal(0.5f, Tags(events[2])["accuracy/validation"]);
        Assert.Equal(1f / 2, Tags(events[3])["loss/train"]);
        Assert.DoesNotContain("accuracy/validation", Tags(events[3]).Keys);
        Assert.All(events, one => Assert.InRange(one.WallTime, 1.7e9, 2e9));
    }

    [Fact]
    public void A_run_resumed_from_an_earlier_epoch_shows_each_epoch_once()
    {
        var clock = new Clock();
        var first = new TensorBoardLog(folder.Path, clock);
        foreach (int epoch in new[] { 1, 2, 3 })
        {
            first.Write(Result(epoch, 0.1));
        }

        var second = new TensorBoardLog(folder.Path, clock);
        foreach (int epoch in new[] { 3, 4 })
        {
            second.Write(Result(epoch, 0.9));
        }

        Assert.Equal([(1L, 0.1f), (2, 0.1f), (3, 0.9f), (4, 0.9f)], Shown("accuracy/validation"));
    }

    /// <summary>TensorBoard reads a folder's files in name order and, at a start event, discards events of that step or later.</summary>
    private List<(long Step, float Value)> Shown(string tag)
    {
        var shown = new List<(long Step, float Value)>();
        foreach (Event one in Directory.GetFiles(folder.Path, "*tfevents*").Order(StringComparer.Ordinal).SelectMany(Read))
        {
            if (one.SessionLog?.Status == SessionLog.Types.SessionStatus.Start)
            {
                shown.RemoveAll(older => older.Step >= one.Step);
            }

            shown.AddRange(Tags(one).Where(pair => pair.Key == tag).Select(pair => (one.Step, pair.Value)));
        }

        return shown;
    }

    private static Dictionary<string, float> Tags(Event one) =>
        one.Summary?.Value.ToDictionary(value => value.Tag, value => value.SimpleValue) ?? [];

    private static IEnumerable<Event> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        for (int offset = 0; offset < bytes.Length;)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(offset)));
            Assert.Equal(Masked(bytes.AsSpan(offset, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset + 8)));
            Assert.Equal(
                Masked(bytes.AsSpan(offset + 12, length)),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset + 12 + length)));
            yield return Event.Parser.ParseFrom(bytes, offset + 12, length);
            offset += 12 + length + 4;
        }
    }

    /// <summary>Castagnoli's checksum (CRC-32C) computed bit by bit, then masked as in TFRecord files.</summary>
    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8);
    }

    private static EpochResult Result(int epoch, double? accuracy) => new()
    {
        Epoch = epoch,
        TrainLoss = 1.0 / epoch,
        ValidationAccuracy = accuracy,
        ValidationLoss = accuracy,
        LearningRate = 1e-3,
        Seconds = 1,
        ClipsPerSecond = 100,
        Waiting = 0.1,
        MicroBatch = 8,
    };

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 25, 23, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now += TimeSpan.FromMilliseconds(1);
    }
}
