using System.Text.Json;
using System.Text.Json.Serialization;
using Hasta.Recognition.Enrollment;

namespace Hasta.Web.Words;

/// <summary>Writes <c>oneSigner</c>, not <c>OneSigner</c> or 2.</summary>
internal sealed class CamelCaseEnum() : JsonStringEnumConverter<SignKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
