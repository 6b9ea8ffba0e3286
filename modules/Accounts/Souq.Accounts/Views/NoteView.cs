using Marten;
using Souq.Accounts.Contracts;

namespace Souq.Accounts.Views;

/// <summary>Writes down that one of the staff has seen something of a person. Who looks at what is his own is none of it.</summary>
public static class NoteViewHandler
{
    public static void Handle(NoteView command, IDocumentSession session, TimeProvider time)
    {
        if (command.By == command.Whose) return;
        session.QueueSqlCommand(
            $"insert into {ViewsTable.Name} (at, by_id, whose_id, what, why, about) values (?, ?, ?, ?, ?, ?)",
            time.GetUtcNow(), command.By, command.Whose, command.What, command.Why, command.About is { } about ? about : DBNull.Value);
    }
}
