using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Messaging.Trust;

namespace Souq.Unit.Messaging;

/// <summary>Who is new puts no links into his first words to somebody.</summary>
public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("Voyez https://payer.example/x")]
    [InlineData("www.gagner.com")]
    [InlineData("وصل إلى wa.me/213550123456")]
    [InlineData("moi@exemple.dz")]
    [InlineData("suivez @boutique")]
    [InlineData("voyez boutique.c\u200bom/x")]
    [InlineData("www\u2060.gagner.com")]
    public void A_link_is_refused_of_who_is_new_and_not_of_who_is_known(string words)
    {
        Should.Throw<RefusedException>(() => FirstWords.Decide(TrustLevel.New, words, "words")).Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Key.ShouldBe("Message.Links"), r => r.Field.ShouldBe("words"));
        Should.NotThrow(() => FirstWords.Decide(TrustLevel.Known, words, "words"));
        Should.NotThrow(() => FirstWords.Decide(TrustLevel.Trusted, words, "words"));
    }

    [Theory]
    [InlineData("Bonjour, toujours disponible ? 45000 DA, à Oran.")]
    [InlineData("السلام عليكم، هل السعر قابل للتفاوض؟ 0550 12 34 56")]
    [InlineData("Clio 4.5 dci, n°2")]
    public void Plain_words_are_fine(string words) => Should.NotThrow(() => FirstWords.Decide(TrustLevel.New, words, "words"));
}
