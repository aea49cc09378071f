namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>BuiltinOperator of TensorFlow Lite's schema.fbs, limited to the values that these models use.</summary>
internal enum OperatorCode
{
    Add = 0,
    Concatenation = 2,
    Conv2D = 3,
    DepthwiseConv2D = 4,
    DepthToSpace = 5,
    Dequantize = 6,
    FullyConnected = 9,
    Logistic = 14,
    MaxPool2D = 17,
    Relu = 19,
    Relu6 = 21,
    Reshape = 22,
    ResizeBilinear = 23,
    Pad = 34,
    Mean = 40,
    StridedSlice = 45,
    Prelu = 54,
    Densify = 124,
}
