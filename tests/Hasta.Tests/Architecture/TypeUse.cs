namespace Hasta.Tests.Architecture;

/// <summary>One type's compiled reference to another.</summary>
/// <param name="Namespace">Where the user lies.</param>
/// <param name="User">The outermost type that holds the reference, so that lambdas and iterators count for it.</param>
/// <param name="UsedNamespace">Where the used type lies.</param>
/// <param name="Used">The used type.</param>
internal sealed record TypeUse(string Namespace, string User, string UsedNamespace, string Used)
{
    public override string ToString() => $"{Namespace}.{User} uses {UsedNamespace}.{Used}";
}
