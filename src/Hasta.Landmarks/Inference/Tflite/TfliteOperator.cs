namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>One step of the graph. Inputs and outputs are indices of tensors; an input of -1 is omitted.</summary>
internal sealed record TfliteOperator(OperatorCode Code, int[] Inputs, int[] Outputs, FlatTable? Options)
{
    public const int Omitted = -1;

    public int Output => Outputs.Length == 1 ? Outputs[0] : throw Error($"has {Outputs.Length} outputs");

    public int OptionInt(int field, int absent = 0) => Options?.Int(field, absent) ?? absent;

    public int OptionByte(int field) => Options?.Byte(field) ?? 0;

    public bool OptionBool(int field) => OptionByte(field) != 0;

    public FusedActivation OptionActivation(int field) =>
        (FusedActivation)OptionByte(field) is var activation && Enum.IsDefined(activation)
            ? activation
            : throw Error($"has the fused activation {OptionByte(field)}");

    /// <exception cref="InvalidDataException">The operator has too few inputs or omits this one.</exception>
    public int Input(int number) => OptionalInput(number) ?? throw Error($"lacks input {number}");

    public int? OptionalInput(int number) => number < Inputs.Length && Inputs[number] != Omitted ? Inputs[number] : null;

    /// <summary>The error for an unsupported setting of this operator.</summary>
    public InvalidDataException Error(string what) => new($"a {Code} operator {what}, which is not supported.");
}
