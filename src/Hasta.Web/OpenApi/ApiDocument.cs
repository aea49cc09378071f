using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hasta.Web.OpenApi;

/// <summary>The description of the HTTP requests for programs, made from the code.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Token = "token";
    public const string Route = "/openapi/{documentName}.json";

    /// <summary>Names the API. It has no server addresses: a client knows where it has the document from.</summary>
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "hasta serve";
        document.Info.Version = "1";
        document.Info.Description = "Recognizes signs of Indian Sign Language. docs/protocol.md describes what the requests mean.";
        document.Servers?.Clear();
        AskForToken(document);
        return Task.CompletedTask;
    })
    .AddOperationTransformer((operation, _, _) =>
    {
        operation.Tags = null; // the name of the program
        return Task.CompletedTask;
    });

    /// <summary>Describes a parameter of the address that the handler reads itself.</summary>
    public static RouteHandlerBuilder WithFlag(this RouteHandlerBuilder route, string name, string description) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. operation.Parameters ?? [],
                new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Description = description,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
                },
            ];
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

    /// <summary>The token may be missing: not every server requires one.</summary>
    private static void AskForToken(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement(),
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] },
        ];
    }
}
