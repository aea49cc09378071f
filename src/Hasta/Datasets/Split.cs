namespace Hasta.Datasets;

public enum Split
{
    Train,
    Validation,
    Test,
}
