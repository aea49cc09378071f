using System.Buffers;
using System.Text;
using Google.Protobuf;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>A protobuf message under construction, written field by field in wire format.</summary>
internal sealed class ProtoMessage
{
    private const int MaxNumberBytes = 16;

    private readonly ArrayBufferWriter<byte> written = new();

    public int Length => written.WrittenCount;

    public ProtoMessage Int(int field, long value) => Number(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public ProtoMessage Float(int field, float value) => Number(field, WireFormat.WireType.Fixed32, output => output.WriteFloat(value));

    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.written.WrittenSpan);

    public ProtoMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        int length = value.Length;
        Number(field, WireFormat.WireType.LengthDelimited, output => output.WriteLength(length));
        written.Write(value);
        return this;
    }

    public byte[] ToArray() => written.WrittenSpan.ToArray();

    private ProtoMessage Number(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        byte[] scratch = new byte[MaxNumberBytes];
        using var output = new CodedOutputStream(scratch);
        output.WriteTag(field, type);
        write(output);
        written.Write(scratch.AsSpan(0, (int)output.Position));
        return this;
    }
}
