using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Enrollment;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Enrollments;

/// <summary>A checked form: what to enroll. The names of its files are never used.</summary>
/// <param name="Gloss">The sign's name.</param>
/// <param name="Signer">Who signs; empty if the form does not say.</param>
/// <param name="Consent">What the signer agrees to; empty if the form does not say.</param>
/// <param name="Takes">1 to 10 recordings, in the order of the form.</param>
internal sealed record EnrollmentForm(string Gloss, string Signer, string Consent, IReadOnlyList<EnrollmentClip> Takes)
{
    /// <exception cref="EnrollmentProblemException">The form is not one, too large, or a take is not a .pose file.</exception>
    public static async Task<EnrollmentForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form = await EnrollmentFormLimits.ReadAsync(request, cancellationToken);
        if (form.Keys.Except(["gloss", "signer", "consent"]).Concat(form.Files.Select(file => file.Name).Except(["take"])).Any())
        {
            throw Refuse("The form has a field that is not known. " + EnrollmentFormLimits.Remedy);
        }

        string gloss = Read(form, "gloss");
        string signer = Read(form, "signer");
        if (form.Files.Count is 0 or > EnrollmentFormLimits.MaxTakes)
        {
            throw Refuse($"The form has {form.Files.Count} takes. {EnrollmentFormLimits.Remedy}");
        }

        var takes = new List<EnrollmentClip>();
        foreach (IFormFile file in form.Files)
        {
            takes.Add(await ReadTakeAsync(file, $"take {takes.Count + 1}", cancellationToken));
        }

        return new EnrollmentForm(
            CheckName(gloss, "sign"), signer.Length == 0 ? "" : CheckName(signer, "signer"), Read(form, "consent").Trim(), takes);
    }

    private static string Read(IFormCollection form, string key)
    {
        string text = form[key] is { Count: <= 1 } values
            ? values.ToString()
            : throw Refuse($"The form has several fields {key}. Send one.");
        return text.Length <= EnrollmentFormLimits.MaxCharacters
            ? text
            : throw Refuse($"The field {key} is too long. Shorten it to {EnrollmentFormLimits.MaxCharacters} characters.");
    }

    private static async Task<EnrollmentClip> ReadTakeAsync(IFormFile file, string name, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[file.Length];
        await using Stream stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        try
        {
            return new EnrollmentClip
            {
                Landmarks = PoseFile.ToSequence(name, PoseReader.Parse(name, bytes)),
                Source = $"hasta serve, {name}",
                Engine = new LandmarkEngineId { Name = PoseFile.EngineName, Input = "signer" },
            };
        }
        catch (BadFileException error)
        {
            throw Refuse(error.Message);
        }
    }

    private static string CheckName(string name, string kind)
    {
        try
        {
            return SignLibrary.CheckName(name, kind);
        }
        catch (SignLibraryException error)
        {
            throw Refuse(error.Message);
        }
    }

    private static EnrollmentProblemException Refuse(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
