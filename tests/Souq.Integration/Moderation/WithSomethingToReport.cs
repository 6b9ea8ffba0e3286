using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Accounts.Profile;
using Souq.Accounts.Stores;
using Souq.Accounts.Views;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Messaging.Conversations;
using Souq.Messaging.Writing;
using Souq.Moderation.Contracts;
using Souq.Moderation.Queue;
using Souq.Moderation.Sanctions;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

/// <summary>A market where somebody writes to somebody, has a store, and a name.</summary>
public abstract class WithSomethingToReport(ModerationMarket market) : IAsyncLifetime
{
    private protected ModerationMarket Market { get; } = market;

    private protected const string Writer = "seller03@souq.test";

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static Guid WriterId => DemoPeople.IdOf(Writer);

    public async ValueTask InitializeAsync()
    {
        // A new day: what a network has sent is counted by the day.
        Market.Clock.Advance(TimeSpan.FromDays(1));
        await Market.Empty();
        await using var command = Market.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"truncate {ViewsTable.Name}");
        await command.ExecuteNonQueryAsync(Stop);
        (await Market.Send(new ChangeProfile(WriterId, "Nadia", null, false, Language.French))).ShouldBeEmpty();
    }

    // People outlive a test here: nobody stays sanctioned.
    public async ValueTask DisposeAsync()
    {
        await using var session = Market.Store.QuerySession();
        foreach (var file in await session.Query<PersonFile>().ToListAsync(CancellationToken.None))
            foreach (var sanction in file.Sanctions.Where(s => s.EndedAt is null))
                await Market.Send(new AnswerSanction(file.PersonId, sanction.Id, ModerationSteps.Leila, true, true, null));
        GC.SuppressFinalize(this);
    }

    /// <summary>A buyer writes twice to the seller of a new advert; the second is what a test is about.</summary>
    private protected async Task<(Guid Conversation, Guid Message)> Talk(string words)
    {
        var advert = await Market.Publish("Clio 4");
        foreach (var said in new[] { "Bonjour, toujours disponible ?", words })
        {
            Market.Clock.Advance(TimeSpan.FromSeconds(1));
            (await Market.Send(new WriteToSeller(advert.ListingId, WriterId, last = Guid.CreateVersion7(), said))).ShouldBeEmpty();
        }

        about[last] = advert;
        if (Directory.Exists(Market.Mailbox)) Directory.Delete(Market.Mailbox, recursive: true);
        return (Conversation.IdOf(advert.ListingId, WriterId), last);
    }

    private readonly Dictionary<Guid, ListingSubmitted> about = [];
    private Guid last;

    private protected ReportSlot Message(Guid message)
    {
        var (advert, conversation) = (about[message], Conversation.IdOf(about[message].ListingId, WriterId));
        return new(Reportable.Message, message, WriterId, $"messages/{conversation}", $"messages/{conversation}/report/{message}", advert.Title, advert.ListingId);
    }

    private protected async Task<QueueItem> Report(ReportSlot what, string by, string reason = "offensive")
    {
        (await Market.Send(new Souq.Moderation.Subjects.ReportSubject(what, DemoPeople.IdOf(by), DemoPeople.IdOf(by), reason, null))).ShouldBeEmpty();
        return (await Market.Queue()).Single(i => i.Id == Case.IdOf(what.Kind, what.SubjectId));
    }

    private protected ViewLog Log() => Market.Host.Services.GetRequiredService<ViewLog>();

    private protected async Task<MessageWords> Words(Guid message)
    {
        await using var session = Market.Host.Services.GetRequiredService<Souq.Messaging.IMessagingStore>().QuerySession();
        return (await session.LoadAsync<MessageWords>(message, Stop)).ShouldNotBeNull();
    }

    private protected async Task<Store> Store(Guid person)
    {
        await using var session = Market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        return (await session.LoadAsync<Store>(Souq.Accounts.Stores.Store.IdOf(person), Stop)).ShouldNotBeNull();
    }

    private protected async Task<Person> Person(Guid id)
    {
        await using var session = Market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        return (await session.LoadAsync<Person>(id, Stop)).ShouldNotBeNull();
    }

    private protected async Task<string> Named(Guid person) => (await Person(person)).Name;

    private protected async Task<PersonFile?> File(Guid person)
    {
        await using var session = Market.Store.QuerySession();
        return await session.LoadAsync<PersonFile>(PersonFile.IdOf(person), Stop);
    }

    private protected string Letter(string to, string subject) =>
        Market.Letters().Single(l => l.To.ToString().Contains(to, StringComparison.Ordinal) && l.Subject!.Contains(subject, StringComparison.Ordinal)).TextBody!;
}
