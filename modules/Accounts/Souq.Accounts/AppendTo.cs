using Marten;
using Wolverine.Marten;

namespace Souq.Accounts;

/// <summary>Events for a stream that the handler has no need to read.</summary>
public sealed record AppendTo(Guid StreamId, params object[] Events) : IMartenOp
{
    public void Execute(IDocumentSession session) => session.Events.Append(StreamId, Events);
}
