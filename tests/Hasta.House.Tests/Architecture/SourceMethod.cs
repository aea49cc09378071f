using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hasta.House.Tests.Architecture;

/// <summary>A method or constructor of the source.</summary>
/// <param name="Name">The file and the method.</param>
/// <param name="Lines">Lines between the braces, or of the expression.</param>
/// <param name="Parameters">Without a CancellationToken.</param>
internal sealed record SourceMethod(string Name, int Lines, int Parameters)
{
    public static IEnumerable<SourceMethod> In(string path, string text) =>
        from method in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        where body is not null
        let span = body.SyntaxTree.GetLineSpan(body.Span)
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        select new SourceMethod(
            $"{path} {(method as MethodDeclarationSyntax)?.Identifier.Text ?? "constructor"}",
            method.Body is null ? lines : Math.Max(1, lines - 2),
            method.ParameterList.Parameters.Count(parameter => parameter.Type?.ToString() != nameof(CancellationToken)));
}
