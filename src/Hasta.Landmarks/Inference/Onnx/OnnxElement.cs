namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Element types; the values are those of TensorProto.DataType in onnx.proto.</summary>
internal enum OnnxElement
{
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    Int32 = 6,
    Int64 = 7,
    Bool = 9,
    Half = 10,
}
