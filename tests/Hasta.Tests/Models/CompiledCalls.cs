using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Hasta.Tests.Models;

/// <summary>Which methods a compiled method calls.</summary>
internal static class CompiledCalls
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;

    /// <summary>Every method of an assembly's types, those that the compiler made included.</summary>
    public static IEnumerable<MethodBase> Methods(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).OfType<MethodBase>()
        select method;

    /// <summary>Methods of any type that a method's code names behind a call or callvirt; what is no method token is skipped.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < il.Length; i++)
        {
            int token = BitConverter.ToInt32(il, i + 1);
            bool isMethod = (token >> 24) is 0x06 or 0x0A;
            if (il[i] is Call or CallVirtual && isMethod && IsThere(method.Module, token)
                && method.Module.ResolveMember(token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []) is MethodBase called)
            {
                yield return called;
            }
        }
    }

    private static unsafe bool IsThere(Module module, int token)
    {
        Assert.True(module.Assembly.TryGetRawMetadata(out byte* blob, out int length));
        return (token & 0xFFFFFF) is > 0 and var row && row <= new MetadataReader(blob, length).GetTableRowCount((TableIndex)(token >> 24));
    }
}
