using JasperFx;
using Marten.Exceptions;
using Npgsql;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Souq.EventStore;

/// <summary>Two who make the same thing at the same moment: the second one's transaction is undone as a whole.</summary>
public static class Clashes
{
    // With archived streams in partitions Marten does not recognise the collision and hands on what PostgreSQL said.
    public static bool IsTaken(Exception exception) => exception switch
    {
        DocumentAlreadyExistsException or ExistingStreamIdCollisionException => true,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => exception.InnerException is { } inner && IsTaken(inner),
    };

    /// <summary>Decides anew: the second one then finds what the first has written.</summary>
    public static void DecideAgain(HandlerChain chain) => chain.OnException(IsTaken).RetryTimes(3);
}
