using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Enrollment;

/// <summary>Real takes and the shipped model, which does not know "How are you" and "My name is".</summary>
public sealed class EnrolledSignsTests : IDisposable
{
    private const string Signer = "abh_A";
    private const string New = "How are you";

    /// <summary>The first of takes that all agree; one of the five before it agrees with the others a little less than it should.</summary>
    private const int Alike = 10;

    private readonly TempFolder folder = new();

    [Fact]
    public void An_enrolled_sign_is_recognised_at_once_and_known_words_still_are()
    {
        SignLibrary library = Library();
        using SignRecognizer recognizer = Recognizer(library);
        LandmarkSequence[] tested = [.. RealTakes.Read(New, Signer, 5, 25)];
        Assert.DoesNotContain(tested, take => recognizer.Recognize(take).Gloss == New);

        library.Add(Sign(New, New, 5));
        SignResult[] answers = [.. tested.Select(take => recognizer.Recognize(take))];
        SignResult[] known = [.. RealTakes.Read("Hello", Signer, 0, 25).Select(take => recognizer.Recognize(take))];

        Assert.InRange(answers.Count(answer => answer is { Gloss: New, Kind: SignKind.Enrolled }), 20, 25);
        Assert.All(known, answer => Assert.Equal(("Hello", SignKind.Known), (answer.Gloss, answer.Kind)));
        Assert.All(answers, answer => Assert.Equal(
            answer.Candidates.OrderByDescending(candidate => candidate.Confidence), answer.Candidates));
        Assert.All(answers, answer => Assert.Equal(new Candidate(answer.Gloss, answer.Confidence), answer.Candidates[0]));

        library.Remove(New);
        Assert.DoesNotContain(tested, take => recognizer.Recognize(take).Gloss == New);
    }

    [Fact]
    public void A_known_word_can_be_enrolled_in_another_variant()
    {
        SignLibrary library = Library();
        library.Add(Sign("Hello", New, 5));
        using SignRecognizer recognizer = Recognizer(library);

        SignResult answer = recognizer.Recognize(RealTakes.Read(New, Signer, 6, 1)[0]);

        Assert.Equal(("Hello", SignKind.Enrolled), (answer.Gloss, answer.Kind));
        Assert.Single(answer.Candidates, candidate => candidate.Gloss == "Hello");
    }

    [Fact]
    public void A_clip_without_a_sign_stays_unsure()
    {
        SignLibrary library = Library();
        library.Add(Sign(New, New, 5));
        using SignRecognizer recognizer = Recognizer(library);

        Assert.Equal(UnsureKind.NoHand, recognizer.Recognize(new Puppet { SeesHand = (_, _) => false }.Sign()).Reason?.Kind);
    }

    [Fact]
    public void Another_model_computes_embeddings_of_its_own_from_the_kept_landmarks()
    {
        SignLibrary library = Library();
        library.Add(Sign(New, New, 5));
        LandmarkSequence tested = RealTakes.Read(New, Signer, 6, 1)[0];
        using (SignRecognizer recognizer = Recognizer(library))
        {
            Assert.Equal(New, recognizer.Recognize(tested).Gloss);
        }

        string first = Assert.Single(EmbeddingFiles);
        using var other = new SignRecognizer(
            RecognitionModel.Load(ShippedModel.Find(), WeightFormat.Half), new SignRecognizerOptions { Library = library });
        Assert.Equal(New, other.Recognize(tested).Gloss);

        Assert.Equal(2, EmbeddingFiles.Length);
        byte[] kept = File.ReadAllBytes(first);
        File.WriteAllText(first, "cut");
        using SignRecognizer again = Recognizer(SignLibrary.Open(library.Path));
        Assert.Equal(New, again.Recognize(tested).Gloss);
        Assert.Equal(kept, File.ReadAllBytes(first));
    }

    [Fact]
    public void A_removed_sign_leaves_no_embedding_of_any_model()
    {
        SignLibrary library = Library();
        library.Add(Sign(New, New, 2));
        using SignRecognizer recognizer = Recognizer(library);
        recognizer.Recognize(RealTakes.Read(New, Signer, 6, 1)[0]);
        Assert.Equal(2, SafetensorsFile.Read(EmbeddingFiles[0]).Count);

        library.Remove(New);

        Assert.Empty(SafetensorsFile.Read(EmbeddingFiles[0]));
    }

    [Fact]
    public void A_missing_recording_is_an_error_with_its_remedy()
    {
        SignLibrary library = Library();
        library.Add(Sign(New, New, 1));
        File.Delete(Directory.GetFiles(folder.At("signs", "poses"))[0]);
        using SignRecognizer recognizer = Recognizer(SignLibrary.Open(library.Path));

        var error = Assert.Throws<BadFileException>(() => recognizer.Recognize(new Puppet().Sign()));

        Assert.Contains("How are you", error.Message, StringComparison.Ordinal);
        Assert.Contains("enroll remove", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Good_recordings_raise_no_warning()
    {
        using SignRecognizer recognizer = Recognizer(Library());

        EnrollmentCheck check = recognizer.CheckSign(New, Clips(New, 5, Alike));

        Assert.Equal((5, 0, 0, 0), (check.Usable.Count, check.Rejected.Count, check.Unlike.Count, check.MoreRecordings));
        Assert.DoesNotContain(check.Similar, match => match.Gloss == New);
    }

    [Fact]
    public void Recordings_that_are_enrolled_count_once()
    {
        SignLibrary library = Library();
        library.Add(Sign(New, New, 2) with { Clips = Clips(New, 2, Alike) });
        using SignRecognizer recognizer = Recognizer(library);

        Assert.Equal(1, recognizer.CheckSign(New, Clips(New, 1, Alike)).MoreRecordings);
        Assert.Equal(0, recognizer.CheckSign(New, [.. Clips(New, 4, Alike)[2..]]).MoreRecordings);
    }

    [Fact]
    public void Recordings_of_different_signs_disagree()
    {
        using SignRecognizer recognizer = Recognizer(Library());
        EnrollmentClip odd = Clips("Hello", 1)[0];

        EnrollmentCheck check = recognizer.CheckSign(New, [.. Clips(New, 3), odd]);

        Assert.Contains(odd, check.Unlike);
        Assert.Equal(1, check.MoreRecordings);
    }

    [Fact]
    public void A_sign_like_a_known_word_is_similar_to_it()
    {
        using SignRecognizer recognizer = Recognizer(Library());

        EnrollmentCheck check = recognizer.CheckSign("GREETING", Clips("Hello", 3));

        Assert.Equal("Hello", check.Similar[0].Gloss);
        Assert.Equal(2, check.MoreRecordings);
        Assert.DoesNotContain(recognizer.CheckSign("Hello", Clips("Hello", 3)).Similar, match => match.Gloss == "Hello");
    }

    [Fact]
    public void A_recording_without_a_hand_is_rejected()
    {
        using SignRecognizer recognizer = Recognizer(Library());
        var clip = new EnrollmentClip { Landmarks = new Puppet { SeesHand = (_, _) => false }.Sign(), Source = "made" };

        EnrollmentCheck check = recognizer.CheckSign(New, [clip, .. Clips(New, 1)]);

        Assert.Equal("no hand is seen in any of 30 frames", Assert.Single(check.Rejected).Reason);
        Assert.Equal((1, 2), (check.Usable.Count, check.MoreRecordings));
    }

    [Fact]
    public void A_look_up_orders_known_enrolled_and_one_signers_signs()
    {
        SignLibrary library = Library();
        library.Add(Sign("GREETING", New, 1));
        using SignRecognizer recognizer = Recognizer(library, allWords: true);

        IReadOnlyList<SignMatch> matches = recognizer.Lookup(RealTakes.Read(New, Signer, 0, 1)[0], 100);

        Assert.Equal(("GREETING", SignKind.Enrolled), (matches[0].Gloss, matches[0].Kind));
        Assert.Equal(1, matches[0].Similarity, 1e-4);
        Assert.Equal(matches.OrderByDescending(match => match.Similarity), matches);
        Assert.Equal(57 + 24 + 1, matches.Count);
        Assert.Equal(24, matches.Count(match => match.Kind == SignKind.OneSigner));
        Assert.Equal(5, recognizer.Lookup(RealTakes.Read(New, Signer, 0, 1)[0]).Count);
    }

    [Fact]
    public void Words_of_one_signer_are_answered_on_request_only()
    {
        LandmarkSequence[] takes = [.. RealTakes.Read(New, Signer, 0, 20)];
        using SignRecognizer asked = Recognizer(library: null, allWords: true);
        using SignRecognizer usual = Recognizer(library: null);

        Assert.InRange(takes.Count(take => asked.Recognize(take) is { Gloss: New, Kind: SignKind.OneSigner }), 15, 20);
        Assert.DoesNotContain(takes, take => usual.Recognize(take).Gloss == New);
    }

    [Fact]
    public void A_model_without_prototypes_says_how_to_make_them()
    {
        string model = folder.At("model");
        Directory.CreateDirectory(model);
        foreach (string file in Directory.GetFiles(ShippedModel.Find()))
        {
            File.Copy(file, Path.Combine(model, Path.GetFileName(file)));
        }

        File.Delete(Path.Combine(model, PrototypeFile.Name));
        SignLibrary library = Library();
        library.Add(Sign(New, New, 5));
        using var recognizer = new SignRecognizer(RecognitionModel.Load(model), new SignRecognizerOptions { Library = library });

        Assert.Contains("hasta prototypes", recognizer.EnrollmentWarning, StringComparison.Ordinal);
        Assert.Equal(SignKind.Known, recognizer.Recognize(RealTakes.Read(New, Signer, 6, 1)[0]).Kind);
        Assert.Throws<EnrollmentUnavailableException>(() => recognizer.CheckSign(New, Clips(New, 1)));
    }

    public void Dispose() => folder.Dispose();

    private string[] EmbeddingFiles => Directory.GetFiles(folder.At("signs", "embeddings"));

    private SignLibrary Library()
    {
        var library = SignLibrary.Open(folder.At("signs"));
        library.AddConsent(Signer, "public data set");
        return library;
    }

    private static SignRecognizer Recognizer(SignLibrary? library, bool allWords = false) =>
        new(RecognitionModel.Load(ShippedModel.Find()), new SignRecognizerOptions { Library = library, AllWords = allWords });

    private static NewSign Sign(string gloss, string word, int takes) =>
        new() { Gloss = gloss, Signer = Signer, Clips = Clips(word, takes) };

    private static EnrollmentClip[] Clips(string word, int takes, int first = 0) =>
        [.. RealTakes.Read(word, Signer, first, takes).Select(take => new EnrollmentClip { Landmarks = take, Source = "isl-words" })];
}
