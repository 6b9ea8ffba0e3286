using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Correcting;

/// <summary>A change as a moderator proposes it. Pure.</summary>
/// <param name="Section">As typed; empty where it stays.</param>
/// <param name="Hide">Of what was found: where it stands, as in <see cref="Contact.Value"/>.</param>
/// <param name="Also">What the moderator hides besides, as it stands in the advert.</param>
public sealed record ChangeForm(string Section, IReadOnlyList<string> Hide, string Also, string Words)
{
    /// <summary>Something in an advert that can be hidden.</summary>
    /// <param name="InTitle">Else in the description.</param>
    /// <param name="Piece">Where it stands.</param>
    /// <param name="Text">What stands there.</param>
    public sealed record Contact(bool InTitle, TextPiece Piece, string Text)
    {
        public string Value => string.Create(CultureInfo.InvariantCulture, $"{(InTitle ? "title" : "text")}:{Piece.Start}:{Piece.Length}");
    }

    /// <summary>Phone numbers and links, those of the title first.</summary>
    public static IReadOnlyList<Contact> Contacts(CaseSubject? subject) => subject is null ? [] :
    [
        .. TitleSigns.Contacts(subject.Title).Select(p => new Contact(true, p, subject.Title.Substring(p.Start, p.Length))),
        .. TitleSigns.Contacts(subject.Description).Select(p => new Contact(false, p, subject.Description.Substring(p.Start, p.Length))),
    ];

    /// <summary>What is proposed before the moderator has said anything: that all of them are hidden.</summary>
    public static ChangeForm Proposed(CaseSubject? subject) => new("", [.. Contacts(subject).Select(c => c.Value)], "", "");

    public static ChangeForm Read(IFormCollection form) => new(
        form["section"].ToString(), [.. form["hide"].OfType<string>()], form["also"].ToString().Trim(), form["words"].ToString());

    /// <exception cref="RefusedException">What is to be hidden stands nowhere in the advert.</exception>
    public ChangeCase Command(Guid caseId, int revision, Guid by, CaseSubject? subject)
    {
        var chosen = Contacts(subject).Where(c => Hide.Contains(c.Value)).ToList();
        if (subject is not null && Also.Length > 0)
        {
            var more = Everywhere(subject.Title, Also).Select(p => new Contact(true, p, Also))
                .Concat(Everywhere(subject.Description, Also).Select(p => new Contact(false, p, Also))).ToList();
            if (more.Count == 0) throw new RefusedException("Change.NotThere", "also");
            chosen.AddRange(more);
        }

        return new ChangeCase(
            caseId, revision, by, int.TryParse(Section, NumberStyles.None, CultureInfo.InvariantCulture, out var section) ? section : null,
            TextPiece.Joined(chosen.Where(c => c.InTitle).Select(c => c.Piece)), TextPiece.Joined(chosen.Where(c => !c.InTitle).Select(c => c.Piece)), Words);
    }

    private static IEnumerable<TextPiece> Everywhere(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(wanted, at + wanted.Length, StringComparison.OrdinalIgnoreCase))
            yield return new(at, wanted.Length);
    }
}
