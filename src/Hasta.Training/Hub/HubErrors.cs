using System.Net;

namespace Hasta.Training.Hub;

/// <summary>Creates exceptions that explain why a hub refuses a request, with the remedy.</summary>
internal static class HubErrors
{
    public static HubException From(HttpResponseMessage response, HubModel model, HubFile file, HubOptions options)
    {
        string page = $"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{model.Id}";
        string code = response.Headers.TryGetValues("X-Error-Code", out IEnumerable<string>? codes) ? codes.First() : "";
        string message = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when options.Token is null =>
                $"{options.Endpoint.Host} requires a token for {model.Id} (401): it is private, its terms must be accepted, "
                + "or there is no such model. "
                + $"Check its name; if it is right, create a token at {options.Endpoint.Host}/settings/tokens "
                + $"and set it as {HubToken.Variable}, in the environment or a .env file.",
            HttpStatusCode.Unauthorized =>
                $"{options.Endpoint.Host} does not accept {options.Token} for {model.Id} (401): the token has expired or was mistyped, "
                + $"or there is no such model. Create a new token at {options.Endpoint.Host}/settings/tokens.",
            HttpStatusCode.Forbidden =>
                $"{options.Endpoint.Host} forbids access to {model.Id} (403): open {page}, accept its terms, "
                + "and check that the token may read it; "
                + $"{(options.Token is null ? $"{HubToken.Variable} is not set" : $"the token sent is {options.Token}")}.",
            HttpStatusCode.NotFound when code == "RevisionNotFound" =>
                $"{model.Id} has no revision \"{model.Revision}\" (404). Use main, or see {page}.",
            HttpStatusCode.NotFound =>
                $"{model.Id} has no {file.Name} at \"{model.Revision}\" (404). "
                + $"Check the model's name; it must contain {file.Name} at its root. "
                + $"A private model returns the same error if {HubToken.Variable} is not set.",
            _ => $"{options.Endpoint.Host} answers {(int)response.StatusCode} for {file.Name} of {model.Id}. Open {page} in a browser.",
        };
        return new HubException(message);
    }
}
