namespace Hasta.Cli.Doctor;

public enum FindingState
{
    Good,
    Note,
    Bad,
}
