using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Writes the ONNX nodes of one .tflite operator and defines its output in the context.</summary>
/// <exception cref="InvalidDataException">The operator is inconsistent or has an option that is not supported.</exception>
internal delegate void Emitter(ExportContext context, TfliteOperator operation);

/// <summary>Maps operators to emitters.</summary>
internal static class Emitters
{
    public static Emitter For(OperatorCode code) => code switch
    {
        OperatorCode.Conv2D => ConvolutionEmitter.Convolution,
        OperatorCode.DepthwiseConv2D => ConvolutionEmitter.Depthwise,
        OperatorCode.MaxPool2D => ConvolutionEmitter.MaxPool,
        OperatorCode.Add => ElementwiseEmitter.Add,
        OperatorCode.Prelu => ElementwiseEmitter.Prelu,
        OperatorCode.Relu => ElementwiseEmitter.Relu,
        OperatorCode.Relu6 => ElementwiseEmitter.Relu6,
        OperatorCode.Logistic => ElementwiseEmitter.Logistic,
        OperatorCode.ResizeBilinear => ResizeEmitter.Bilinear,
        OperatorCode.DepthToSpace => ResizeEmitter.DepthToSpace,
        OperatorCode.Pad => ShapeEmitter.Pad,
        OperatorCode.Reshape => ShapeEmitter.Reshape,
        OperatorCode.Concatenation => ShapeEmitter.Concatenation,
        OperatorCode.StridedSlice => ShapeEmitter.StridedSlice,
        OperatorCode.Mean => DenseEmitter.Mean,
        OperatorCode.FullyConnected => DenseEmitter.FullyConnected,
        OperatorCode.Dequantize or OperatorCode.Densify => Fold,
        _ => throw new InvalidDataException($"the operator {code} has no emitter."),
    };

    /// <summary>The operator affects only the storage of constants: the values are the same, dense and as float32.</summary>
    private static void Fold(ExportContext context, TfliteOperator operation) =>
        context.Fold(operation.Output, context.Floats(operation.Input(0)));
}
