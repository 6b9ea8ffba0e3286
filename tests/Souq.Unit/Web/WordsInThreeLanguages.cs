using System.Globalization;
using System.Resources;
using Souq.Web;
using Souq.Web.Kit;

namespace Souq.Unit.Web;

public class WordsInThreeLanguages
{
    private static readonly string[] Forms = [".zero", ".one", ".two", ".few", ".many"];

    [Theory]
    [InlineData(typeof(WebText))]
    [InlineData(typeof(KitText))]
    public void Every_word_is_said_in_all_three(Type words)
    {
        var resources = new ResourceManager(words);
        var english = Keys(resources, "");
        Keys(resources, "fr").ShouldBe(english, ignoreOrder: true);
        Keys(resources, "ar").ShouldBe(english, ignoreOrder: true);
    }

    private static List<string> Keys(ResourceManager resources, string culture) =>
        [.. resources.GetResourceSet(culture.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(culture), true, false)!
            .Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).Where(k => !Forms.Any(k.EndsWith))];
}
