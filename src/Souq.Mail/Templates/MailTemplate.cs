using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Mail.Templates;

/// <summary>What a template is told: what the letter is about and who will read it.</summary>
/// <param name="SubjectId">The matter; the template loads the rest itself.</param>
/// <param name="PersonId">The recipient, when he has an account.</param>
/// <param name="RecipientName">For the greeting; empty when unknown.</param>
public sealed record MailContext(Guid SubjectId, Guid? PersonId, string RecipientName, Language Language);

/// <summary>
/// Writes one kind of letter. The module that owns the matter registers it with <see cref="MailTemplateRegistration.AddMailTemplate{T}"/>;
/// it lives in a scope of its own and runs in the recipient's culture.
/// </summary>
public interface IMailTemplate
{
    /// <summary>Unique, such as <c>moderation.refused</c>.</summary>
    string Name { get; }

    /// <summary>The letter, or <c>null</c> when there is nothing left to say (the matter is gone or settled).</summary>
    Task<Letter?> Compose(MailContext context, CancellationToken cancellation);
}

/// <summary>Every template of every module, by name.</summary>
public sealed class MailTemplates(IServiceScopeFactory scopes)
{
    /// <exception cref="InvalidOperationException">No module has registered a template of that name.</exception>
    public async Task<Letter?> Compose(string template, MailContext context, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = scope.ServiceProvider.GetServices<IMailTemplate>().FirstOrDefault(t => t.Name == template)
            ?? throw new InvalidOperationException($"No mail template is registered under the name {template}.");
        using var _ = MailCulture.Use(context.Language);
        return await found.Compose(context, cancellation);
    }
}

public static class MailTemplateRegistration
{
    public static IServiceCollection AddMailTemplate<T>(this IServiceCollection services) where T : class, IMailTemplate =>
        services.AddScoped<IMailTemplate, T>();
}
