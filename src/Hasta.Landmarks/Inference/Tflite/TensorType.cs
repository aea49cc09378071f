namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>TensorType of TensorFlow Lite's schema.fbs, limited to the values that these models use.</summary>
internal enum TensorType
{
    Float32 = 0,
    Float16 = 1,
    Int32 = 2,
}
