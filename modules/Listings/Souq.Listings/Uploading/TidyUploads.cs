using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Listings.Uploading;

/// <summary>Sent by the clock: what nobody goes on with is dropped, and what has been finished long enough need not be remembered.</summary>
public sealed record TidyUploads;

public static class TidyUploadsHandler
{
    public static readonly TimeSpan Memory = TimeSpan.FromDays(2);

    public static void Handle(TidyUploads _, IDocumentSession session, TimeProvider time)
    {
        var before = time.GetUtcNow() - Memory;
        session.QueueSqlCommand($"delete from {UploadsTable.Name} where touched_at < ?", before);
        session.DeleteWhere<FinishedUpload>(u => u.At < before);
    }
}

/// <summary>A person is gone, and what he was sending with him.</summary>
public static class UploaderErasedHandler
{
    public static void Handle(PersonErased fact, IDocumentSession session)
    {
        session.QueueSqlCommand($"delete from {UploadsTable.Name} where seller_id = ?", fact.PersonId);
        session.DeleteWhere<FinishedUpload>(u => u.SellerId == fact.PersonId);
    }
}
