using Souq.Mail;

namespace Souq.Unit.Mail;

public class EmailAddressTests
{
    [Theory]
    [InlineData(" Amina.B@Souq.TEST ", "amina.b@souq.test")]
    [InlineData("amina+cars@mail.souq.test", "amina+cars@mail.souq.test")]
    [InlineData("\u200famina@souq.test", "amina@souq.test")]
    [InlineData("amina@bücher.example", "amina@xn--bcher-kva.example")]
    public void An_address_is_kept_in_one_form(string typed, string folded)
    {
        EmailAddress.TryFold(typed, out var address).ShouldBeTrue();
        address.ShouldBe(folded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("amina")]
    [InlineData("amina@souq")]
    [InlineData("amina@@souq.test")]
    [InlineData("amina@souq..test")]
    [InlineData("amina b@souq.test")]
    [InlineData("amina@souq.test, other@souq.test")]
    [InlineData("amina@souq.test\r\nBcc: other@souq.test")]
    [InlineData("\"amina\"@souq.test")]
    [InlineData("أمينة@souq.test")]
    [InlineData("a@1.2.3.4")]
    public void What_no_mail_could_reach_is_no_address(string? typed) => EmailAddress.TryFold(typed, out _).ShouldBeFalse();

    [Fact]
    public void An_address_longer_than_any_mailbox_is_no_address() =>
        EmailAddress.TryFold(new string('a', 250) + "@souq.test", out _).ShouldBeFalse();
}
