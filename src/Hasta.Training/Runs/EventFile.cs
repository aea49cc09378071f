using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Google.Protobuf;
using Tensorboard;

namespace Hasta.Training.Runs;

/// <summary>
/// An event file in TensorBoard's format: records of a length, its checksum, a protobuf message and its checksum. TorchSharp's writer
/// cannot declare that a run was resumed from an earlier step, so TensorBoard would draw the points after that step twice.
/// </summary>
internal sealed class EventFile(string folder, TimeProvider clock)
{
    private const string Version = "brain.Event:2";
    private const uint MaskDelta = 0xa282ead8;

    private string? path;

    /// <summary>Appends to this process's own file, which the first call creates; a kill loses nothing that was written.</summary>
    /// <param name="step">From 1. Replaces values of this step and later steps in earlier files.</param>
    /// <param name="values">By tag.</param>
    public void Write(int step, IReadOnlyDictionary<string, double> values)
    {
        var summary = new Summary();
        summary.Value.AddRange(values.Select(pair => new Summary.Types.Value { Tag = pair.Key, SimpleValue = (float)pair.Value }));
        using FileStream stream = Open(step);
        Append(stream, new Event { Step = step, Summary = summary });
    }

    private FileStream Open(int step)
    {
        if (path is not null)
        {
            return new FileStream(path, FileMode.Append);
        }

        Directory.CreateDirectory(folder);
        long milliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();
        path = Path.Combine(
            folder,
            string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{milliseconds}.hasta.{Environment.ProcessId}"));
        var stream = new FileStream(path, FileMode.CreateNew);
        Append(stream, new Event { FileVersion = Version });
        Append(stream, new Event { Step = step, SessionLog = new SessionLog { Status = SessionLog.Types.SessionStatus.Start } });
        return stream;
    }

    private void Append(FileStream stream, Event message)
    {
        message.WallTime = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        byte[] data = message.ToByteArray();
        byte[] record = new byte[12 + data.Length + 4];
        BinaryPrimitives.WriteInt64LittleEndian(record, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Checksum(record.AsSpan(0, 8)));
        data.CopyTo(record, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + data.Length), Checksum(data));
        stream.Write(record);
    }

    /// <summary>CRC-32C, masked (rotated and offset) as in TensorFlow's record files.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return unchecked(BitOperations.RotateRight(~checksum, 15) + MaskDelta);
    }
}
