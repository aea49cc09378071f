using System.Reflection.Metadata;

namespace Hasta.Tests.Architecture;

/// <summary>Full names of types in an assembly's metadata; a nested type counts as its outermost one.</summary>
internal static class TypeNames
{
    public static (string Namespace, string Name) Outermost(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Outermost(reader, outer)
            : (reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public static (string Namespace, string Name) Outermost(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Outermost(reader, (TypeReferenceHandle)type.ResolutionScope)
            : (reader.GetString(type.Namespace), reader.GetString(type.Name));
    }
}
