using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Enrollments;

/// <summary>Checks, adds and removes signs, one request at a time.</summary>
internal sealed class SignDesk(SignRecognizer recognizer, SignLibrary library) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Includes signs that other processes enrolled.</summary>
    public IReadOnlyList<EnrolledEntry> List()
    {
        library.Refresh();
        return [.. library.Signs.Select(sign => new EnrolledEntry(sign.Gloss, sign.Clips, sign.Signers.Count))];
    }

    public Task<EnrollmentAnswer> CheckAsync(EnrollmentForm form, CancellationToken cancellationToken) => AloneAsync(
        () => EnrollmentAnswer.From(recognizer.CheckSign(form.Gloss, form.Takes), form.Takes), cancellationToken);

    /// <exception cref="EnrollmentProblemException">The signer or consent is missing, or no take is usable: nothing is written.</exception>
    public Task<EnrollmentAnswer> AddAsync(EnrollmentForm form, CancellationToken cancellationToken) =>
        AloneAsync(() => Add(form), cancellationToken);

    /// <exception cref="EnrollmentProblemException">There is no such sign.</exception>
    public Task RemoveAsync(string gloss, CancellationToken cancellationToken) => AloneAsync(
        () =>
        {
            library.Refresh();
            return library.Signs.Any(sign => sign.Gloss == gloss)
                ? library.Remove(gloss)
                : throw new EnrollmentProblemException(
                    StatusCodes.Status404NotFound, "There is no such enrolled sign. GET /api/enrollments lists all.");
        },
        cancellationToken);

    public void Dispose() => gate.Dispose();

    private EnrollmentAnswer Add(EnrollmentForm form)
    {
        if (form.Signer.Length == 0)
        {
            throw Refuse("The field signer is missing. Name who signs, or use a pseudonym.");
        }

        bool isAgreed = library.ConsentOf(form.Signer) is not null;
        if (!isAgreed && form.Consent.Length == 0)
        {
            throw Refuse("Nothing is kept without consent. Ask the signer, and send in the field consent what was agreed to.");
        }

        EnrollmentCheck check = recognizer.CheckSign(form.Gloss, form.Takes);
        if (check.Usable.Count == 0)
        {
            throw Refuse($"No take can be used: {check.Rejected[0].Reason}. Record the sign again.");
        }

        if (!isAgreed)
        {
            library.AddConsent(form.Signer, form.Consent);
        }

        library.Add(new NewSign { Gloss = form.Gloss, Signer = form.Signer, Clips = check.Usable });
        return EnrollmentAnswer.From(check, form.Takes);
    }

    private async Task<T> AloneAsync<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(Patience, cancellationToken))
        {
            throw new EnrollmentProblemException(
                StatusCodes.Status503ServiceUnavailable, "Other signs are being enrolled. Try again in a few seconds.");
        }

        try
        {
            return await Task.Run(action, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private static EnrollmentProblemException Refuse(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
