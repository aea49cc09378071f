using System.Runtime.CompilerServices;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Checks that a .pose document contains what Hasta needs; errors name what is missing and the remedy.</summary>
internal static class PoseFileCheck
{
    /// <summary>
    /// A frame in memory has all points, but one in a file may have only a few. With the file's own bytes, this limits memory to four times
    /// the file's size.
    /// </summary>
    private const int MaxMemoryPerByte = 3;

    /// <summary>The objects of a frame besides its points.</summary>
    private const int FrameBytes = 80;

    private const int MaxNames = 6;

    /// <exception cref="BadFileException">There is no MediaPipe body, no frame rate, no frame size or no person.</exception>
    public static void Document(string name, PoseDocument document)
    {
        PoseHeader header = document.Header;
        if (!header.Components.Any(component => component.Name == HolisticComponents.Pose))
        {
            string has = string.Join(", ", header.Components.Select(component => component.Name));
            throw new BadFileException(
                name,
                $"it has no {HolisticComponents.Pose}, only {has}.",
                "Hasta reads MediaPipe Holistic landmarks: at least LEFT_SHOULDER and RIGHT_SHOULDER, and the hands.");
        }

        CheckSizes(name, document);
        if (document is { Frames: > 0, People: 0 })
        {
            throw new BadFileException(name, $"none of its {CountText.Of(document.Frames, "frame")} contains a person.", "Remove it.");
        }
    }

    /// <exception cref="BadFileException">The file lacks the shoulders, or points of both hands.</exception>
    public static void Points(string name, PoseHeader header, int[] places)
    {
        HashSet<int> has = [.. places];
        string[] FindMissing(int start, IReadOnlyList<string> names) => [.. names.Where((_, i) => !has.Contains(start + i))];
        string[] shoulders = FindMissing(LandmarkLayout.LeftShoulder, ["LEFT_SHOULDER", "RIGHT_SHOULDER"]);
        if (shoulders.Length > 0)
        {
            throw new BadFileException(
                name,
                $"its {HolisticComponents.Pose} have no {string.Join(" and no ", shoulders)}.",
                "Hasta measures in shoulder widths: keep these points.");
        }

        string[] left = FindMissing(LandmarkLayout.LeftHandStart, LandmarkLayout.HandNames);
        string[] right = FindMissing(LandmarkLayout.RightHandStart, LandmarkLayout.HandNames);
        bool hasHands = header.Components.Any(component => component.Name is HolisticComponents.LeftHand or HolisticComponents.RightHand);
        if (hasHands && left.Length > 0 && right.Length > 0)
        {
            string[] absent = left.Length < right.Length ? left : right;
            string more = absent.Length > MaxNames ? $" and {absent.Length - MaxNames} more" : "";
            throw new BadFileException(
                name,
                $"it has no complete hand: {string.Join(", ", absent.Take(MaxNames))}{more} are missing.",
                "Hasta needs all 21 points of a hand: keep them.");
        }
    }

    /// <exception cref="BadFileException">The file has so few points that its frames would take far more memory than the file.</exception>
    public static void Memory(string name, PoseDocument document, bool withFace)
    {
        int points = withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace;
        if (document.Frames * (long)((points * Unsafe.SizeOf<Landmark>()) + FrameBytes) > MaxMemoryPerByte * (long)document.Body.Length)
        {
            throw new BadFileException(
                name,
                $"its frames have only {document.Header.PointCount} of {points} points.",
                "Hasta needs the body and the hands: keep more points.");
        }
    }

    private static void CheckSizes(string name, PoseDocument document)
    {
        PoseHeader header = document.Header;
        if (header.Dimensions is < 2 or > 3)
        {
            throw new BadFileException(
                name,
                $"its points have {header.Dimensions} coordinates.",
                "Hasta reads x and y, and z if present.");
        }

        bool hasRate = document.Fps is >= 0.01f and <= 1000;
        bool hasSize = header is { Width: > 0, Height: > 0 };
        if (!hasRate || !hasSize)
        {
            string options = (hasSize ? "" : " --size WIDTHxHEIGHT") + (hasRate ? "" : " --fps N");
            throw new BadFileException(
                name,
                $"its header has {document.Fps} frames/s and {header.Width}x{header.Height} pixels, which is invalid.",
                $"Correct it with: hasta convert {name} OUT{PoseFile.Extension}{options}");
        }
    }
}
