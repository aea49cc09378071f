namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>ActivationFunctionType of TensorFlow Lite's schema.fbs, as far as these models use it.</summary>
internal enum FusedActivation
{
    None = 0,
    Relu = 1,
    Relu6 = 3,
}
