namespace Hasta.Web.Enrollments;

/// <summary>A take that shows no sign.</summary>
/// <param name="Take">Its number in the form, from 1.</param>
/// <param name="Reason">A sentence without its final period.</param>
internal sealed record RejectedTake(int Take, string Reason);
