using Souq.Accounts.Contracts;
using Souq.Mail.Operating;
using Souq.Web.Commands;

namespace Souq.Accounts.Letters;

/// <summary>Letters of other modules, written again for an operator: the template and the ids are all it takes.</summary>
public sealed class NotifyAgain(CommandSender sender) : ILettersAgain
{
    public string Word => "notify";

    public static string OriginOf(NotifyPerson command) => $"notify:{command.Template}:{command.PersonId:n}:{command.SubjectId:n}";

    public async Task Write(string origin, string key, CancellationToken cancellation)
    {
        if (origin.Split(':') is [_, var template, var person, var subject])
            await sender.Send(new NotifyPerson(Guid.Parse(person), template, Guid.Parse(subject), key), cancellation);
    }
}
