using Hasta.Recognition;

using var recognizer = await SignRecognizer.LoadAsync();
SignResult sign = await recognizer.RecognizeFileAsync(args[0]);
Console.WriteLine(sign.Unsure ? $"unsure: {sign.Reason!.Text}" : $"{sign.Gloss} {sign.Confidence:P0}");
