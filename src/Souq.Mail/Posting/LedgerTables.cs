using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>The schema <c>mail</c>. Columns are only ever added: rows of any age stay valid, and nodes of two versions can run side by side.</summary>
public sealed class LedgerTables(NpgsqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim creating = new(1, 1);
    private bool created;

    /// <summary>Creates what is missing; any number of nodes may do so at the same time.</summary>
    public async ValueTask Create(CancellationToken cancellation)
    {
        if (created)
            return;
        await creating.WaitAsync(cancellation);
        try
        {
            if (created)
                return;
            await using var command = database.CreateCommand(Ddl);
            await command.ExecuteNonQueryAsync(cancellation);
            created = true;
        }
        finally
        {
            creating.Release();
        }
    }

    public void Dispose() => creating.Dispose();

    private const string Ddl =
        """
        begin;
        select pg_advisory_xact_lock(72610001);
        create schema if not exists mail;
        create table if not exists mail.letters (
          key text primary key,
          message_id text not null,
          promise text not null,
          state text not null check (state in ('sending', 'accepted', 'refused', 'postponed', 'unclear')),
          attempts integer not null,
          first_at timestamptz not null,
          last_at timestamptz not null);
        alter table mail.letters
          add column if not exists kind text not null default 'notice',
          add column if not exists domain text,
          add column if not exists node text,
          add column if not exists address bytea,
          add column if not exists answer text,
          add column if not exists not_before timestamptz,
          add column if not exists returned text,
          add column if not exists returned_at timestamptz,
          add column if not exists origin text,
          add column if not exists again integer not null default 0;
        create index if not exists letters_first on mail.letters (first_at);
        create index if not exists letters_message on mail.letters (message_id);
        create index if not exists letters_odd on mail.letters (first_at) where state <> 'accepted' or returned is not null;
        create index if not exists letters_returned on mail.letters (address, returned_at) where returned is not null;
        comment on table mail.letters is 'Every letter posted, by its key; no addresses, no words.';
        comment on column mail.letters.last_at is 'Of the last change of state: while sending, since when.';
        comment on column mail.letters.address is 'Keyed hash of the address it went to.';
        comment on column mail.letters.returned is 'What came back after it was accepted: hard, soft or complaint.';
        comment on column mail.letters.origin is 'By which it can be written again; ids alone.';
        create table if not exists mail.days (
          day date, kind text, domain text, letters bigint not null, accepted bigint not null, refused bigint not null, unknown bigint not null,
          waiting bigint not null, bounced bigint not null, complained bigint not null, primary key (day, kind, domain));
        comment on table mail.days is 'Letters counted, a day in Algiers at a time; the ledger itself is not kept for ever.';
        create table if not exists mail.acts (id bigint generated always as identity primary key, at timestamptz not null default now(), by_person uuid not null, act text not null, about text);
        comment on table mail.acts is 'What operators did to the post.';
        create table if not exists mail.stopped (
          address bytea primary key, domain text not null, reason text not null, answer text, letter text, at timestamptz not null default now());
        comment on table mail.stopped is 'Addresses nothing is written to any more, as keyed hashes.';
        create table if not exists mail.paused (kind text primary key, at timestamptz not null default now(), by_person uuid);
        comment on table mail.paused is 'Kinds of letters that are held back.';
        create table if not exists mail.buckets (domain text primary key, tokens double precision not null, at timestamptz not null, given integer not null);
        comment on table mail.buckets is 'What may go to a receiving domain now.';
        create table if not exists mail.secret (one boolean primary key default true check (one), hash_key bytea not null);
        insert into mail.secret (hash_key) values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')) on conflict do nothing;
        comment on table mail.secret is 'The key of the hashes of addresses; without it they say nothing.';
        commit;
        """;
}
