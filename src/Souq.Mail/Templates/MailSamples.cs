using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Mail.Templates;

/// <summary>A letter about a matter that was made up, to be looked at.</summary>
/// <param name="Name">That of the template, where there is one.</param>
/// <param name="Write">In the reader's culture already.</param>
public sealed record MailSample(string Name, Func<Language, Task<Letter>> Write);

/// <summary>The samples of a module's letters.</summary>
public interface IMailSamples
{
    IEnumerable<MailSample> All { get; }
}

/// <summary>Every letter the market writes, by name.</summary>
public sealed class MailSampleBook(IServiceScopeFactory scopes)
{
    /// <summary>Of samples and of templates that have none.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            using var scope = scopes.CreateScope();
            return [.. Samples(scope).Select(s => s.Name).Union(scope.ServiceProvider.GetServices<IMailTemplate>().Select(t => t.Name)).Order(StringComparer.Ordinal)];
        }
    }

    public bool Has(string name)
    {
        using var scope = scopes.CreateScope();
        return Samples(scope).Any(s => s.Name == name);
    }

    /// <summary><c>null</c> when there is no such sample.</summary>
    public async Task<Letter?> Write(string name, Language language)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (Samples(scope).FirstOrDefault(s => s.Name == name) is not { } sample) return null;
        using var _ = MailCulture.Use(language);
        return await sample.Write(language);
    }

    private static IEnumerable<MailSample> Samples(IServiceScope scope) => scope.ServiceProvider.GetServices<IMailSamples>().SelectMany(s => s.All);
}

public static class MailSampleRegistration
{
    public static IServiceCollection AddMailSamples<T>(this IServiceCollection services) where T : class, IMailSamples => services.AddScoped<IMailSamples, T>();
}
