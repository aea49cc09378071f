namespace Hasta.Datasets.Synthetic;

/// <summary>The part of the hand that a sign brings to its place.</summary>
internal enum HandContact
{
    Palm,
    IndexTip,
    MiddleTip,
    ThumbTip,
}
