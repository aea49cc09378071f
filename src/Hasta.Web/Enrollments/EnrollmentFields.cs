using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Enrollments;

/// <summary>The fields of a form, as the OpenAPI document describes them; <see cref="EnrollmentForm"/> reads them.</summary>
internal sealed record EnrollmentFields
{
    /// <summary>The sign's name, 1 to 100 characters.</summary>
    public required string Gloss { get; init; }

    /// <summary>Who signs, 1 to 100 characters; a check needs none.</summary>
    public string? Signer { get; init; }

    /// <summary>What the signer agrees to, up to 200 characters; once per signer.</summary>
    public string? Consent { get; init; }

    /// <summary>1 to 10 .pose files of at most 2 MiB each.</summary>
    public required IFormFileCollection Take { get; init; }
}
