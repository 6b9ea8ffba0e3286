using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Souq.Accounts;

namespace Souq.Unit.Accounts;

public sealed class WordsTests
{
    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public void Every_text_is_there_in_every_language_with_the_same_blanks(string language)
    {
        var words = new ResourceManager(typeof(AccountsText));
        var english = words.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);
        var other = words.GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

        other.Keys.Order().ShouldBe(english.Keys.Order());
        foreach (var (key, text) in english) Blanks(other[key]).ShouldBe(Blanks(text), key);
    }

    private static IEnumerable<string> Blanks(string text) => Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Distinct().Order();
}
