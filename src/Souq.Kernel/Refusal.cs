namespace Souq.Kernel;

/// <summary>
/// Why something a person asked for is not done: a resource key of the module that refused, its arguments, and the form field it
/// belongs to (<c>null</c> when it is about the whole form). The page turns it into a sentence in the reader's language.
/// </summary>
public sealed record Refusal(string Key, string? Field = null, params object[] Args);

/// <summary>Thrown by a decision that says no. Carries every reason at once, so that a form can show them all.</summary>
public sealed class RefusedException(params IReadOnlyList<Refusal> refusals)
    : Exception(string.Join(", ", refusals.Select(r => r.Field is null ? r.Key : $"{r.Field}: {r.Key}")))
{
    public RefusedException(string key, string? field = null, params object[] args) : this([new Refusal(key, field, args)]) { }

    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}

/// <summary>The thing asked for does not exist, or the asker may not know that it does. Becomes 404.</summary>
public sealed class NotFoundException(string what) : Exception($"{what} was not found");

/// <summary>The asker is known and may not do this. Becomes 403.</summary>
public sealed class ForbiddenException(string what) : Exception(what);
