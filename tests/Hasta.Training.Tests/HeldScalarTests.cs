using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Training.Tests;

/// <summary>
/// TorchSharp 0.107 passes a scalar's handle to native code without keeping the scalar alive: the garbage collector may free it during the
/// call.
/// Training then failed with "Unknown scalar type". A number that becomes a scalar is therefore stored (<c>using Scalar half = 0.5;</c>),
/// never passed directly.
/// </summary>
public sealed class HeldScalarTests
{
    private const byte Call = 0x28;

    [Fact]
    public void Every_number_passed_to_torch_is_kept_alive_during_the_call() => Assert.Empty(UnheldScalars(typeof(Checkpoint).Assembly));

    [Fact]
    public void A_number_that_is_not_kept_alive_is_found()
    {
        TorchDevice.Load();
        using torch.Tensor two = torch.ones(1) * 2;

        Assert.NotEmpty(UnheldScalars(typeof(HeldScalarTests).Assembly));
    }

    /// <summary>TorchSharp's own operators have the same bug: left + right passes a factor of 1 directly.</summary>
    [Fact]
    public void No_operator_is_used_that_does_not_keep_a_number_alive_inside_TorchSharp()
    {
        Module torchSharp = typeof(torch.Tensor).Module;
        HashSet<MethodBase> unheld =
        [
            .. UnheldScalarMethods(typeof(torch.Tensor).Assembly)
                .Select(handle => torchSharp.ResolveMethod(MetadataTokens.GetToken(handle))!)
                .Where(IsOperator),
        ];
        HashSet<MethodBase> callers =
        [
            .. typeof(torch.Tensor).GetMethods().Where(IsOperator).Where(method => CompiledCalls.Of(method).Any(unheld.Contains)),
        ];

        Assert.Contains(callers, method => method.Name == "op_Addition");
        Assert.Empty(Callers(typeof(Checkpoint).Assembly, [.. unheld, .. callers]));
    }

    private static bool IsOperator(MethodBase method) => method.DeclaringType == typeof(torch.Tensor) && method.IsPublic;

    private static IEnumerable<string> Callers(Assembly assembly, HashSet<MethodBase> forbidden) =>
        from method in CompiledCalls.Methods(assembly)
        from called in CompiledCalls.Of(method)
        where forbidden.Contains(called)
        select $"{method.DeclaringType!.Name}.{method.Name} calls {called}";

    private static List<string> UnheldScalars(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        MetadataReader reader = image.GetMetadataReader();
        return
        [
            .. from handle in UnheldScalarMethods(assembly)
               let method = reader.GetMethodDefinition(handle)
               select $"{reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name)}.{reader.GetString(method.Name)}",
        ];
    }

    private static MethodDefinitionHandle[] UnheldScalarMethods(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        MetadataReader reader = image.GetMetadataReader();
        HashSet<int> conversions =
        [
            .. reader.MemberReferences.Where(handle => IsToScalar(reader, handle)).Select(handle => MetadataTokens.GetToken(handle)),
            .. reader.MethodDefinitions.Where(handle => IsToScalar(reader, handle)).Select(handle => MetadataTokens.GetToken(handle)),
        ];
        return
        [
            .. from handle in reader.MethodDefinitions
               let method = reader.GetMethodDefinition(handle)
               where method.RelativeVirtualAddress != 0
               let il = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()
               where Enumerable.Range(0, Math.Max(0, il.Length - 5)).Any(i =>
                   il[i] == Call && conversions.Contains(BitConverter.ToInt32(il, i + 1)) && !Stores(il, i + 5))
               select handle,
        ];
    }

    private static bool IsToScalar(MetadataReader reader, MethodDefinitionHandle handle)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        return reader.StringComparer.Equals(method.Name, "op_Implicit")
            && reader.StringComparer.Equals(reader.GetTypeDefinition(method.GetDeclaringType()).Name, nameof(Scalar));
    }

    private static bool IsToScalar(MetadataReader reader, MemberReferenceHandle handle)
    {
        MemberReference member = reader.GetMemberReference(handle);
        return reader.StringComparer.Equals(member.Name, "op_Implicit")
            && member.Parent.Kind == HandleKind.TypeReference
            && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name, nameof(Scalar));
    }

    /// <summary>stloc.0 to stloc.3, stloc.s, stloc.</summary>
    private static bool Stores(byte[] il, int at) => il[at] is (>= 0x0A and <= 0x0D) or 0x13 || (il[at] == 0xFE && il[at + 1] == 0x0E);
}
