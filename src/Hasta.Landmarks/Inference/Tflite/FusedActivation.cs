namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>ActivationFunctionType of TensorFlow Lite's schema.fbs, limited to the values that these models use.</summary>
internal enum FusedActivation
{
    None = 0,
    Relu = 1,
    Relu6 = 3,
}
