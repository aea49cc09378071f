using System.Buffers.Binary;
using System.Text;
using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Models;

public sealed class SafetensorsFileTests
{
    private const string One = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("hasta-").FullName, "weights.safetensors");

    [Fact]
    public void A_file_written_by_the_formats_own_tools_is_read()
    {
        Write("""{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}   """, 8);

        Assert.Equal([0f, 0f], SafetensorsFile.Read(path)["a"].Values);
    }

    [Fact]
    public void Weights_written_by_Hugging_Face_tools_are_read() =>
        Assert.NotEmpty(SafetensorsFile.Read(SharedData.Path("vit-reference", "model.safetensors")));

    [Fact]
    public void Half_precision_is_widened_exactly_and_double_precision_rounded()
    {
        float[] numbers = [1, -2.5f, 0, 65504, 6.103515625e-5f, 5.9604645e-8f];
        Write(
            """{"a":{"dtype":"F16","shape":[6],"data_offsets":[0,12]},"b":{"dtype":"BF16","shape":[4],"data_offsets":[12,20]},"c":"""
                + """{"dtype":"F64","shape":[2],"data_offsets":[20,36]}}""",
            0);
        byte[] half = [.. numbers.SelectMany(number => BitConverter.GetBytes((Half)number))];
        byte[] brain = [0x80, 0x3F, 0x20, 0xC0, 0x01, 0x00, 0x7F, 0x7F];
        byte[] doubles = [.. BitConverter.GetBytes(0.1), .. BitConverter.GetBytes(-3.0)];
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), .. half, .. brain, .. doubles]);

        var read = SafetensorsFile.Read(path);

        Assert.Equal(numbers, read["a"].Values);
        Assert.Equal([1, -2.5f, 9.1835e-41f, 3.3895314e38f], read["b"].Values);
        Assert.Equal([0.1f, -3], read["c"].Values);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[]", 0)]
    [InlineData("{", 0)]
    [InlineData("null", 0)]
    [InlineData("{\"a\":null}", 0)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"code\":\"x\"}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"Q9\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}", 0)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,16]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,99999999999]}}", 8)]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        8)]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        12)]
    [InlineData(One, 7)]
    [InlineData(One, 9)]
    public void A_malformed_file_is_rejected(string header, int dataBytes)
    {
        Write(header, dataBytes);

        Assert.Contains(path, Assert.Throws<BadFileException>(() => SafetensorsFile.Read(path)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_truncated_file_is_rejected(int bytes)
    {
        File.WriteAllBytes(path, new byte[bytes]);

        Assert.Throws<BadFileException>(() => SafetensorsFile.Read(path));
    }

    [Fact]
    public void A_header_longer_than_the_file_is_rejected_before_anything_is_allocated()
    {
        byte[] bytes = new byte[16];
        bytes.AsSpan(0, 8).Fill(0xFF);
        File.WriteAllBytes(path, bytes);

        Assert.Throws<BadFileException>(() => SafetensorsFile.Read(path));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("missing", Assert.Throws<BadFileException>(() => SafetensorsFile.Read(path)).Message);

    [Fact]
    public void Damage_anywhere_is_rejected_or_harmless()
    {
        Write("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]}}""", 12);
        byte[] whole = File.ReadAllBytes(path);
        var random = new Random(5);
        int rejected = 0;
        for (int i = 0; i < 1500; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(damaged.Length - 12)] = (byte)random.Next(256);
            File.WriteAllBytes(path, random.Next(4) == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            try
            {
                Assert.Equal(12, 4 * SafetensorsFile.Read(path).Values.Sum(tensor => tensor.Values.Length));
            }
            catch (BadFileException)
            {
                rejected++;
            }
        }

        Assert.InRange(rejected, 700, 1499);
    }

    private void Write(string header, int dataBytes)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        File.WriteAllBytes(path, [.. length, .. json, .. new byte[dataBytes]]);
    }
}
