using System.Net;

namespace Hasta.Training.Hub;

/// <summary>Explains a hub's "no", with the remedy.</summary>
internal static class HubErrors
{
    public static HubException From(HttpResponseMessage response, HubModel model, HubFile file, HubOptions options)
    {
        string page = $"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{model.Id}";
        string code = response.Headers.TryGetValues("X-Error-Code", out IEnumerable<string>? codes) ? codes.First() : "";
        string message = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when options.Token is null =>
                $"{options.Endpoint.Host} does not show {model.Id} to strangers (401): it is private, its terms must be accepted, or there is no such model. "
                + $"Check its name; if it is right, make a token under {options.Endpoint.Host}/settings/tokens and set it as {HubToken.Variable}, in the environment or a .env file.",
            HttpStatusCode.Unauthorized =>
                $"{options.Endpoint.Host} does not accept {options.Token} for {model.Id} (401): it has expired, was mistyped or there is no such model. Make a new one under {options.Endpoint.Host}/settings/tokens.",
            HttpStatusCode.Forbidden =>
                $"{options.Endpoint.Host} forbids {model.Id} (403): open {page}, accept its terms, and see that the token may read it; {(options.Token is null ? $"none is set as {HubToken.Variable}" : $"the one sent is {options.Token}")}.",
            HttpStatusCode.NotFound when code == "RevisionNotFound" =>
                $"{model.Id} has no revision \"{model.Revision}\" (404). Leave it at main, or see {page}.",
            HttpStatusCode.NotFound =>
                $"There is no {file.Name} of {model.Id} at \"{model.Revision}\" (404). Check the model's name; it must hold {file.Name} at its root. A private model looks the same where {HubToken.Variable} is not set.",
            _ => $"{options.Endpoint.Host} answers {(int)response.StatusCode} for {file.Name} of {model.Id}. Look at {page} with a browser.",
        };
        return new HubException(message);
    }
}
