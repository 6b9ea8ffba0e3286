using System.Globalization;
using AngleSharp.Html.Dom;
using CsCheck;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Fuzz;

/// <summary>
/// Whatever is put into any form that people can reach, the market answers: never with an error of its own, and when it refuses, with
/// sentences in the reader's language.
/// </summary>
[Collection(nameof(FuzzedMarket))]
public sealed class FormFuzzTests(FuzzedMarket market)
{
    /// <summary>Other garbage every time; SOUQ_FUZZ asks for more of it at once.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("SOUQ_FUZZ") ?? "4", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("admin", "/fr")]
    [InlineData("moderator", "")]
    [InlineData("merchant", "/fr")]
    [InlineData("seller", "")]
    [InlineData("visitor", "/fr")]
    public async Task No_form_breaks_whatever_is_put_into_it(string role, string language)
    {
        var forms = await market.Forms(role, language);
        forms.Count.ShouldBeGreaterThan(3);
        foreach (var (address, name) in forms)
            await Gen.Select(Garbage.Value.Array[30], Gen.Int[0, 3].Array[30], Gen.Int[0, 9]).SampleAsync(
                garbage => Put(role, address, name, garbage.Item1, garbage.Item2, garbage.Item3), iter: Rounds, threads: 1);
    }

    private async Task Put(string role, string address, string name, string[] garbage, int[] dice, int button)
    {
        var page = await market.As(role).Open(address);
        // What it was about is gone by an earlier throw: nothing to fill in any more.
        if (page.Forms.FirstOrDefault(f => FuzzedMarket.Name(f) == name) is not { } form) return;
        var values = Page.Untouched(form).Select((v, i) => (v.Name, Value: IsToken(v.Name) || dice[i % 30] == 0 ? v.Value : garbage[i % 30]))
            .Where((v, i) => IsToken(v.Name) || dice[(i + 7) % 30] != 3 || garbage[(i + 3) % 30].Length > 3).ToList();
        // The other answers of a choice, boxes that were not ticked, and the button.
        values.AddRange(form.QuerySelectorAll("input[type=checkbox], input[type=radio]").OfType<IHtmlInputElement>().Where((_, i) => dice[i % 30] == 1)
            .Select((box, i) => (box.Name!, dice[i % 30] == 2 ? garbage[i % 30] : box.Value)));
        var buttons = form.QuerySelectorAll("button[name]").OfType<IHtmlButtonElement>().ToList();
        if (buttons.Count > 0 && button < 8) values.Add((buttons[button % buttons.Count].Name!, button == 7 ? garbage[0] : buttons[button % buttons.Count].Value ?? ""));

        var answer = await page.Send(form, values);

        var what = $"{role} on {address}, form {name}: {string.Join(", ", values.Select(v => $"{v.Name}={v.Value[..Math.Min(40, v.Value.Length)]}"))}";
        ((int)answer.Status).ShouldBeLessThan(500, what);
        foreach (var error in answer.Document.QuerySelectorAll(".field .error, .form-errors li")) IsSentence(error.TextContent.Trim(), address, what);
    }

    private static bool IsToken(string name) => name is "_handler" or "__RequestVerificationToken";

    // A key that has no text shows as Area.Thing; an Arabic page answers in Arabic.
    private static void IsSentence(string text, string address, string what)
    {
        text.ShouldNotBeEmpty(what);
        (text.Contains(' ', StringComparison.Ordinal) || text.EndsWith('.')).ShouldBeTrue($"“{text}” is no sentence: {what}");
        if (!address.StartsWith("/fr", StringComparison.Ordinal)) text.Any(c => c is >= '\u0621' and <= '\u064a').ShouldBeTrue($"“{text}” is not Arabic: {what}");
    }
}
