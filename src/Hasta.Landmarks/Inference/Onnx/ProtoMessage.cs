using System.Text;
using Google.Protobuf;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>A protobuf message under construction, written field by field in wire format.</summary>
internal sealed class ProtoMessage
{
    private const int MaxNumberBytes = 16;

    private readonly List<byte[]> pieces = [];

    public int Length { get; private set; }

    public ProtoMessage Int(int field, long value) => Number(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public ProtoMessage Float(int field, float value) => Number(field, WireFormat.WireType.Fixed32, output => output.WriteFloat(value));

    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <param name="field">The field's number.</param>
    /// <param name="value">Must not change afterwards: its bytes are shared, because weights are tens of megabytes.</param>
    public ProtoMessage Message(int field, ProtoMessage value)
    {
        WriteLength(field, value.Length);
        pieces.AddRange(value.pieces);
        Length += value.Length;
        return this;
    }

    public ProtoMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        WriteLength(field, value.Length);
        return Write(value);
    }

    public byte[] ToArray()
    {
        byte[] all = GC.AllocateUninitializedArray<byte>(Length);
        int written = 0;
        foreach (byte[] piece in pieces)
        {
            piece.CopyTo(all, written);
            written += piece.Length;
        }

        return all;
    }

    private void WriteLength(int field, int length) =>
        Number(field, WireFormat.WireType.LengthDelimited, output => output.WriteLength(length));

    private ProtoMessage Number(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        byte[] scratch = new byte[MaxNumberBytes];
        using var output = new CodedOutputStream(scratch);
        output.WriteTag(field, type);
        write(output);
        return Write(scratch.AsSpan(0, (int)output.Position));
    }

    private ProtoMessage Write(ReadOnlySpan<byte> bytes)
    {
        pieces.Add(bytes.ToArray());
        Length = checked(Length + bytes.Length);
        return this;
    }
}
