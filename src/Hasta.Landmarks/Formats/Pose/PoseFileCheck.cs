using System.Runtime.CompilerServices;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Whether a .pose document holds what Hasta needs; errors name what is missing and the remedy.</summary>
internal static class PoseFileCheck
{
    /// <summary>A frame in memory has all points, one in a file perhaps only a few: with the file's own bytes it comes to four times its size.</summary>
    private const int MaxMemoryPerByte = 3;

    /// <summary>A frame's objects beside its points.</summary>
    private const int FrameBytes = 80;

    private const int MaxNames = 6;

    /// <exception cref="BadFileException">No MediaPipe body with shoulders, no frame rate, no picture size or nobody.</exception>
    public static void Document(string name, PoseDocument document)
    {
        PoseHeader header = document.Header;
        if (!header.Components.Any(component => component.Name == HolisticComponents.Pose))
        {
            string has = string.Join(", ", header.Components.Select(component => component.Name));
            throw new BadFileException(
                name, $"no {HolisticComponents.Pose} in it (it has {has}).", "Hasta reads MediaPipe Holistic landmarks: LEFT_SHOULDER and RIGHT_SHOULDER at least, and the hands.");
        }

        CheckSizes(name, document);
        if (document is { Frames: > 0, People: 0 })
        {
            throw new BadFileException(name, $"nobody is in any of its {document.Frames} frames.", "Remove it.");
        }
    }

    /// <exception cref="BadFileException">The shoulders, or points of both hands, are not among the file's points.</exception>
    public static void Points(string name, PoseHeader header, int[] places)
    {
        HashSet<int> has = [.. places];
        string[] Lacking(int start, IReadOnlyList<string> names) => [.. names.Where((_, i) => !has.Contains(start + i))];
        string[] shoulders = Lacking(LandmarkLayout.LeftShoulder, ["LEFT_SHOULDER", "RIGHT_SHOULDER"]);
        if (shoulders.Length > 0)
        {
            throw new BadFileException(name, $"its {HolisticComponents.Pose} have no {string.Join(" and no ", shoulders)}.", "Hasta measures by the shoulders: keep these points.");
        }

        string[] left = Lacking(LandmarkLayout.LeftHandStart, LandmarkLayout.HandNames);
        string[] right = Lacking(LandmarkLayout.RightHandStart, LandmarkLayout.HandNames);
        bool hasHands = header.Components.Any(component => component.Name is HolisticComponents.LeftHand or HolisticComponents.RightHand);
        if (hasHands && left.Length > 0 && right.Length > 0)
        {
            string[] lacking = left.Length < right.Length ? left : right;
            string more = lacking.Length > MaxNames ? $" and {lacking.Length - MaxNames} more" : "";
            throw new BadFileException(name, $"no hand in it is whole: {string.Join(", ", lacking.Take(MaxNames))}{more} are missing.", "Hasta needs all 21 points of a hand: keep them.");
        }
    }

    /// <exception cref="BadFileException">It has so few points that frames would take far more memory than the file.</exception>
    public static void Memory(string name, PoseDocument document, bool withFace)
    {
        int points = withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace;
        if (document.Frames * (long)((points * Unsafe.SizeOf<Landmark>()) + FrameBytes) > MaxMemoryPerByte * (long)document.Body.Length)
        {
            throw new BadFileException(name, $"its frames hold {document.Header.PointCount} of {points} points.", "Hasta needs the body and the hands: keep more points.");
        }
    }

    private static void CheckSizes(string name, PoseDocument document)
    {
        PoseHeader header = document.Header;
        if (header.Dimensions is < 2 or > 3)
        {
            throw new BadFileException(name, $"its points have {header.Dimensions} coordinates.", "Hasta reads x and y, and z where it is there.");
        }

        bool hasRate = document.Fps is >= 0.01f and <= 1000;
        bool hasSize = header is { Width: > 0, Height: > 0 };
        if (!hasRate || !hasSize)
        {
            string options = (hasSize ? "" : " --size WIDTHxHEIGHT") + (hasRate ? "" : " --fps N");
            throw new BadFileException(
                name,
                $"its header says {document.Fps} frames/s of {header.Width}x{header.Height} pixels, which cannot be.",
                $"Say what is right with: hasta convert {name} OUT{PoseFile.Extension}{options}");
        }
    }
}
