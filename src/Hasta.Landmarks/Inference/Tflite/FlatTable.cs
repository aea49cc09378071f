using System.Text;
using Google.FlatBuffers;

namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>
/// A table of an untrusted FlatBuffers file: every offset is checked before it is followed. Fields are identified by their number in the
/// schema; an absent field has its default.
/// </summary>
internal readonly struct FlatTable
{
    private readonly byte[] file;
    private readonly ByteBuffer buffer;
    private readonly int position;
    private readonly int vtable;
    private readonly int vtableLength;

    private FlatTable(byte[] file, long position)
    {
        this.file = file;
        buffer = new ByteBuffer(file);
        this.position = RequireInside(position, sizeof(int));
        vtable = RequireInside(position - buffer.GetInt(this.position), 2 * sizeof(ushort));
        vtableLength = buffer.GetUshort(vtable);
        RequireInside(vtable, vtableLength);
    }

    /// <exception cref="InvalidDataException">The file does not have this identifier.</exception>
    public static FlatTable Root(byte[] file, string identifier)
    {
        if (file.Length < 8 || Encoding.ASCII.GetString(file, 4, 4) != identifier)
        {
            throw new InvalidDataException($"it is not a {identifier} file.");
        }

        return new FlatTable(file, new ByteBuffer(file).GetUint(0));
    }

    public int Int(int field, int absent = 0) => Find(field, sizeof(int)) is int at ? buffer.GetInt(at) : absent;

    public int Byte(int field) => Find(field, 1) is int at ? buffer.Get(at) : 0;

    public bool Bool(int field) => Byte(field) != 0;

    public FlatTable? Table(int field) => Target(field) is long at ? new FlatTable(file, at) : null;

    /// <exception cref="InvalidDataException">The table is absent.</exception>
    public FlatTable RequiredTable(int field) =>
        Table(field) ?? throw new InvalidDataException("a required table of the model is missing.");

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    /// <summary>A slice of the file, not a copy.</summary>
    public ReadOnlyMemory<byte> Bytes(int field)
    {
        var (at, count) = Vector(field, 1);
        return file.AsMemory(at, count);
    }

    public int[] Ints(int field) => Elements(field, sizeof(int), static (buffer, at) => buffer.GetInt(at));

    public int[] Ushorts(int field) => Elements(field, sizeof(ushort), static (buffer, at) => (int)buffer.GetUshort(at));

    public FlatTable[] Tables(int field)
    {
        byte[] whole = file;
        return Elements(field, sizeof(uint), (buffer, at) => new FlatTable(whole, at + (long)buffer.GetUint(at)));
    }

    private T[] Elements<T>(int field, int size, Func<ByteBuffer, int, T> read)
    {
        var (at, count) = Vector(field, size);
        var elements = new T[count];
        for (int i = 0; i < count; i++)
        {
            elements[i] = read(buffer, at + (i * size));
        }

        return elements;
    }

    private (int At, int Count) Vector(int field, int size)
    {
        if (Target(field) is not long start)
        {
            return (0, 0);
        }

        long count = buffer.GetUint(RequireInside(start, sizeof(uint)));
        return (RequireInside(start + sizeof(uint), count * size), (int)count);
    }

    private long? Target(int field) => Find(field, sizeof(uint)) is int at ? at + (long)buffer.GetUint(at) : null;

    private int? Find(int field, int size)
    {
        int slot = (2 + field) * sizeof(ushort);
        int offset = slot + sizeof(ushort) <= vtableLength ? buffer.GetUshort(vtable + slot) : 0;
        return offset == 0 ? null : RequireInside((long)position + offset, size);
    }

    private int RequireInside(long start, long length) => start >= 0 && length >= 0 && start + length <= file.Length
        ? (int)start
        : throw new InvalidDataException($"an offset points to byte {start} of {file.Length}.");
}
