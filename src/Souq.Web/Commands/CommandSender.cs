using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Wolverine;
using Wolverine.Persistence;

namespace Souq.Web.Commands;

/// <summary>
/// The one way from a page or an API to a decision: a scope of its own per command (a circuit lives for hours, a session must not),
/// and refusals as values instead of exceptions.
/// </summary>
public sealed class CommandSender(IServiceScopeFactory scopes)
{
    /// <summary>Runs the command's handler to the end of its transaction. Empty when it is done, else why not.</summary>
    /// <exception cref="NotFoundException">The thing does not exist, or not for this person.</exception>
    /// <exception cref="ForbiddenException">The person may not do this.</exception>
    public async Task<IReadOnlyList<Refusal>> Send(object command, CancellationToken cancellation = default)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(command, cancellation);
            return [];
        }
        catch (RefusedException refused)
        {
            return refused.Refusals;
        }
        catch (Exception missing) when (NamesNothing(missing))
        {
            throw new NotFoundException(missing.Message);
        }
    }

    /// <summary>The same for a command that answers; refusals come as exceptions.</summary>
    public async Task<TAnswer> Ask<TAnswer>(object command, CancellationToken cancellation = default)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<TAnswer>(command, cancellation);
        }
        catch (Exception missing) when (NamesNothing(missing))
        {
            throw new NotFoundException(missing.Message);
        }
    }

    /// <summary>There is no such stream, or never can be: the store does not even look for the id of nought.</summary>
    private static bool NamesNothing(Exception exception) => exception
        is RequiredDataMissingException
        or ArgumentOutOfRangeException { ParamName: "id", Source: "Marten" };
}
