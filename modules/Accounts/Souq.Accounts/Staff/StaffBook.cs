using Marten;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Web.Security;

namespace Souq.Accounts.Staff;

/// <summary>Somebody who works for the market, with his name.</summary>
public sealed record StaffMember(Person Person, Membership Membership)
{
    /// <summary>From the most to the least.</summary>
    public IEnumerable<string> Roles => Principal.StaffRoles.Reverse().Where(Membership.Roles.Contains);

    public bool AnswersAppeals => Membership.Roles.Contains(Principal.Senior) || Membership.Roles.Contains(Principal.Admin);
}

/// <summary>Who may do what, for admins.</summary>
public sealed class StaffBook(IAccountsStore store)
{
    private const int Most = 500;

    /// <summary>Admins first, then by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> All(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return
        [
            .. (await Members(session, cancellation)).Where(m => m.Roles.Any())
                .OrderBy(m => m.Roles.Select(r => -Principal.StaffRoles.Index().First(x => x.Item == r).Index).First()).ThenBy(m => m.Person.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Somebody who has signed up and confirmed, whether he has a role or not, and every change to his roles, the newest first.</summary>
    /// <exception cref="NotFoundException">There is no such person.</exception>
    public async Task<(StaffMember Member, IReadOnlyList<object> Changes)> Find(Guid personId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Person>(personId, cancellation) is not { Confirmed: true } person
            || await session.LoadAsync<Membership>(personId, cancellation) is not { } membership) throw new NotFoundException($"person {personId}");
        var happened = await session.Events.FetchStreamAsync(personId, token: cancellation);
        return (new(person, membership), [.. happened.Select(e => e.Data).Where(e => e is RoleGranted or RoleWithdrawn or SectionsEntrusted).Reverse()]);
    }

    /// <summary>Who signed up with this address and confirmed it; <c>null</c> when nobody did.</summary>
    public async Task<Guid?> ByAddress(string address, CancellationToken cancellation)
    {
        var normalized = Person.Normalize(address);
        await using var session = store.QuerySession();
        return (await session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalized && p.Confirmed, cancellation))?.Id;
    }

    public static StaffChanged Told(Membership member, DateTimeOffset at) =>
        new(member.Id, [.. Principal.StaffRoles.Where(member.Roles.Contains)], member.Sections, at);

    /// <summary>The person after a change of roles or sections.</summary>
    public static Membership After(Membership member, object change) => change switch
    {
        RoleGranted granted => member.Apply(granted),
        RoleWithdrawn withdrawn => member.Apply(withdrawn),
        SectionsEntrusted entrusted => member.Apply(entrusted),
        _ => member,
    };

    internal static async Task<IReadOnlyList<StaffMember>> Members(IQuerySession session, CancellationToken cancellation)
    {
        var people = await session.QueryAsync<Person>($"where {WithRoles} limit {Most}", cancellation);
        var memberships = (await session.LoadManyAsync<Membership>(cancellation, people.Select(p => p.Id))).ToDictionary(m => m.Id);
        return [.. people.Where(p => memberships.ContainsKey(p.Id)).Select(p => new StaffMember(p, memberships[p.Id]))];
    }

    /// <summary>Those who have a role; an index holds them alone.</summary>
    internal const string WithRoles = "jsonb_array_length(data -> 'roles') > 0";
}

internal static class StaffSessions
{
    /// <summary>One change of roles after the other, until the session's transaction ends: two admins who take the role from each other would leave none.</summary>
    public static async Task HoldStaff(this IDocumentSession session, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await session.AdvancedSql.QueryAsync<int>("select 1 from (select pg_advisory_xact_lock(7264)) as held", cancellation);
    }

    public static async Task<int> Admins(this IQuerySession session, CancellationToken cancellation) =>
        (await StaffBook.Members(session, cancellation)).Count(m => m.Membership.Roles.Contains(Principal.Admin));
}
