using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Souq.Mail.Letters;

/// <summary>
/// The plain-text part of a letter, from its HTML: a paragraph is a paragraph, a link is its words with the address under them, a picture what it is called. It reads
/// only what the blocks of this project write; it is no converter for any page.
/// </summary>
internal static partial class LetterText
{
    public static string From(string html)
    {
        var text = new StringBuilder();
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        var links = new Stack<(string Href, int From)>();
        var silent = 0;
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                if (Silences(tag) || silent > 0)
                    silent += tag.IsEmptyElement || Void(tag.Id) ? 0 : tag.IsEndTag ? -1 : 1;
                else if (tag.Id == HtmlTagId.A)
                    Link(text, tag, links);
                else if (tag.Id == HtmlTagId.Image)
                    Words(text, tag.Attributes.FirstOrDefault(a => a.Id == HtmlAttributeId.Alt)?.Value ?? "");
                else if (Breaks(tag.Id))
                    Break(text, tag.Id is HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.Table or HtmlTagId.HR ? 2 : 1);
            }
            else if (silent == 0 && token is HtmlDataToken data)
                Words(text, data.Data);
        }
        return text.ToString().Trim() + "\n";
    }

    private static bool Silences(HtmlTagToken tag) => !tag.IsEndTag
        && (tag.Id is HtmlTagId.Head or HtmlTagId.Style || tag.Attributes.Any(a => a.Name == "data-text" && a.Value == "none"));

    private static bool Void(HtmlTagId id) => id is HtmlTagId.Br or HtmlTagId.Image or HtmlTagId.Meta or HtmlTagId.HR or HtmlTagId.Link;

    private static bool Breaks(HtmlTagId id) =>
        id is HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.Br or HtmlTagId.Table or HtmlTagId.HR;

    private static void Link(StringBuilder text, HtmlTagToken tag, Stack<(string Href, int From)> links)
    {
        if (!tag.IsEndTag)
            links.Push((tag.Attributes.FirstOrDefault(a => a.Id == HtmlAttributeId.Href)?.Value ?? "", text.Length));
        else if (links.TryPop(out var link) && text.Length > link.From && text.ToString(link.From, text.Length - link.From).Trim() != link.Href)
        {
            Break(text, 1);
            text.Append(link.Href);
            Break(text, 1);
        }
    }

    private static void Words(StringBuilder text, string words)
    {
        // Only what HTML itself folds: the narrow spaces inside a price stay.
        var folded = Folding().Replace(words, " ");
        text.Append(text.Length == 0 || text[^1] is '\n' or ' ' ? folded.TrimStart(' ') : folded);
    }

    [GeneratedRegex("[ \\t\\r\\n]+")]
    private static partial Regex Folding();

    private static void Break(StringBuilder text, int lines)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length == 0)
            return;
        var present = 0;
        while (present < lines && present < text.Length && text[text.Length - 1 - present] == '\n')
            present++;
        text.Append('\n', lines - present);
    }
}
