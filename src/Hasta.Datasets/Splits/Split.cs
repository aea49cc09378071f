namespace Hasta.Datasets.Splits;

public enum Split
{
    Train,
    Validation,
    Test,
}
