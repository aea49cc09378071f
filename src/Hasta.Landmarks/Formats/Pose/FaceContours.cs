namespace Hasta.Landmarks.Formats.Pose;

/// <summary>The lines that make a face of MediaPipe's 468 points readable: lips, eyes, brows and face oval.</summary>
/// <remarks>FACEMESH_CONTOURS of MediaPipe's face_mesh_connections.py.</remarks>
internal static class FaceContours
{
    private static readonly ushort[][] Lines =
    [
        [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291],
        [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291],
        [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308],
        [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308],
        [263, 249, 390, 373, 374, 380, 381, 382, 362],
        [263, 466, 388, 387, 386, 385, 384, 398, 362],
        [276, 283, 282, 295, 285],
        [300, 293, 334, 296, 336],
        [33, 7, 163, 144, 145, 153, 154, 155, 133],
        [33, 246, 161, 160, 159, 158, 157, 173, 133],
        [46, 53, 52, 65, 55],
        [70, 63, 105, 66, 107],
        [
            10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
            148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109, 10,
        ],
    ];

    /// <summary>Pairs of adjacent points on a line.</summary>
    public static IReadOnlyList<(ushort From, ushort To)> Limbs { get; } = [.. Lines.SelectMany(line => line.Zip(line.Skip(1)))];
}
