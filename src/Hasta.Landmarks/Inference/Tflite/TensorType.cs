namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>TensorType of TensorFlow Lite's schema.fbs, as far as these models use it.</summary>
internal enum TensorType
{
    Float32 = 0,
    Float16 = 1,
    Int32 = 2,
}
