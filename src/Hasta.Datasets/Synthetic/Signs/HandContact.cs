namespace Hasta.Datasets.Synthetic.Signs;

/// <summary>The part of the hand that a sign moves to its place.</summary>
internal enum HandContact
{
    Palm,
    IndexTip,
    MiddleTip,
    ThumbTip,
}
