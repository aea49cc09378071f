namespace Hasta.Tool.Doctor;

public enum FindingState
{
    Good,
    Note,
    Bad,
}
