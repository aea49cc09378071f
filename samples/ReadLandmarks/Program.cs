using Hasta.Landmarks;

using var extractor = LandmarkExtractor.Create();
await foreach (LandmarkFrame frame in extractor.ReadAsync(args[0]))
{
    Landmark nose = frame[LandmarkLayout.Nose];
    Console.WriteLine(nose.IsMissing ? $"{frame.Time}: nobody" : $"{frame.Time}: nose at {nose.X:0}, {nose.Y:0}");
}
