using System.Collections;
using System.Globalization;
using System.Resources;
using Souq.Moderation;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Unit.Moderation;

public sealed class ModerationWordsTests
{
    private static readonly ResourceManager Words = new(typeof(ModerationText));
    private static readonly string[] Forms = [".zero", ".one", ".two", ".few", ".many"];

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_word_is_said_in_the_three_languages(string culture) => Keys(culture).ShouldBe(Keys(""), ignoreOrder: true);

    [Fact]
    public void Every_reason_says_what_is_wrong_and_what_to_do() => RefusalReasons.All
        .SelectMany(r => new[] { r.Name, r.Say, r.Do })
        .ShouldAllBe(key => Words.GetString(key, CultureInfo.InvariantCulture) != null);

    [Fact]
    public void Every_signal_says_why() =>
        Signals.Codes.ShouldAllBe(code => Words.GetString($"Signal.{code}", CultureInfo.InvariantCulture) != null);

    [Fact]
    public void Reasons_fit_on_ten_digits()
    {
        RefusalReasons.All.Count.ShouldBeLessThanOrEqualTo(10);
        RefusalReasons.All.Select(r => r.Code).ShouldBeUnique();
    }

    private static List<string> Keys(string culture) =>
        [.. Words.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>()
            .Select(e => (string)e.Key).Where(k => !Forms.Any(k.EndsWith))];
}
