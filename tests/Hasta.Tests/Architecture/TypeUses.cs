using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hasta.Tests.Architecture;

/// <summary>
/// Every type that every type of an assembly refers to, read from its metadata: base types, interfaces, attributes, constraints,
/// signatures, locals and method bodies. A constant of another type is the one thing that leaves no trace there.
/// </summary>
internal sealed class TypeUses
{
    private readonly PEReader image;
    private readonly MetadataReader reader;
    private readonly HashSet<TypeUse> uses = [];
    private readonly SignatureTypes signatures;
    private (string Namespace, string Name) user;

    private TypeUses(PEReader image)
    {
        this.image = image;
        reader = image.GetMetadataReader();
        signatures = new SignatureTypes(Add);
    }

    public static IReadOnlySet<TypeUse> Of(string assemblyPath)
    {
        using var image = new PEReader(File.OpenRead(assemblyPath));
        var found = new TypeUses(image);
        foreach (TypeDefinitionHandle handle in found.reader.TypeDefinitions)
        {
            found.user = TypeNames.Outermost(found.reader, handle);
            found.AddAllOf(found.reader.GetTypeDefinition(handle));
        }

        return found.uses;
    }

    private void AddAllOf(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAll(type.GetInterfaceImplementations(), handle => Add(reader.GetInterfaceImplementation(handle).Interface));
        AddAll(type.GetCustomAttributes(), handle => Add(reader.GetCustomAttribute(handle).Constructor));
        AddAll(type.GetGenericParameters(), AddConstraints);
        AddAll(type.GetFields(), handle => Add(handle));
        AddAll(type.GetMethods(), AddMethod);
    }

    private void AddMethod(MethodDefinitionHandle handle)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        Add(handle);
        AddAll(method.GetCustomAttributes(), attribute => Add(reader.GetCustomAttribute(attribute).Constructor));
        AddAll(method.GetGenericParameters(), AddConstraints);
        if (method.RelativeVirtualAddress != 0)
        {
            AddBody(image.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void AddBody(MethodBodyBlock body)
    {
        Add(body.LocalSignature);
        AddAll(body.ExceptionRegions, region => Add(region.CatchType));
        AddAll(IlTokens.Of(body.GetILReader()), Add);
    }

    private void AddConstraints(GenericParameterHandle handle) =>
        AddAll(reader.GetGenericParameter(handle).GetConstraints(), constraint => Add(reader.GetGenericParameterConstraint(constraint).Type));

    private void Add(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case var _ when handle.IsNil:
                break;
            case HandleKind.TypeDefinition:
                Add(TypeNames.Outermost(reader, (TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Add(TypeNames.Outermost(reader, (TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(signatures, 0);
                break;
            case HandleKind.StandaloneSignature:
                AddStandalone(reader.GetStandaloneSignature((StandaloneSignatureHandle)handle));
                break;
            default:
                AddMember(handle);
                break;
        }
    }

    private void AddMember(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.FieldDefinition:
                FieldDefinition field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(field.GetDeclaringType());
                field.DecodeSignature(signatures, 0);
                break;
            case HandleKind.MethodDefinition:
                MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(method.GetDeclaringType());
                method.DecodeSignature(signatures, 0);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(generic.Method);
                generic.DecodeSignature(signatures, 0);
                break;
            case HandleKind.MemberReference:
                AddReference(reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            default:
                throw new InvalidOperationException($"A {handle.Kind} in {user.Namespace}.{user.Name} is of no known kind.");
        }
    }

    private void AddReference(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(signatures, 0);
        }
        else
        {
            member.DecodeMethodSignature(signatures, 0);
        }
    }

    private void AddStandalone(StandaloneSignature signature)
    {
        if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
        {
            signature.DecodeLocalSignature(signatures, 0);
        }
        else
        {
            signature.DecodeMethodSignature(signatures, 0);
        }
    }

    private void Add((string Namespace, string Name) used)
    {
        if (used != user)
        {
            uses.Add(new TypeUse(user.Namespace, user.Name, used.Namespace, used.Name));
        }
    }

    private static void AddAll<T>(IEnumerable<T> handles, Action<T> add)
    {
        foreach (T handle in handles)
        {
            add(handle);
        }
    }
}
