namespace Hasta.Tool.Doctor;

internal enum FindingState
{
    Good,
    Note,
    Bad,
}
