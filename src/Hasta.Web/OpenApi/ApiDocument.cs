using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hasta.Web.OpenApi;

/// <summary>The description of the HTTP requests for programs, made from the code.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Route = "/openapi/{documentName}.json";

    /// <summary>Names the API. It has no server addresses: a client knows where it has the document from.</summary>
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "hasta serve";
        document.Info.Version = "1";
        document.Info.Description = "Recognizes signs of Indian Sign Language. docs/protocol.md describes what the requests mean.";
        document.Servers?.Clear();
        return Task.CompletedTask;
    });

    /// <summary>Describes the body of requests. Routing ignores it, unlike <c>Accepts</c>: the server looks at the content.</summary>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder route, string contentType) =>
        route.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            OpenApiSchema schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() { Schema = schema } },
            };
        });

    /// <summary>The statuses with problem details that a request may be answered with.</summary>
    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
