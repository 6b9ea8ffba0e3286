using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class CursorTests
{
    [Fact]
    public void A_time_and_a_number_come_back() => Gen.Select(Gen.DateTimeOffset, Gen.Long).Sample((at, id) =>
        Cursor.TryDecode(Cursor.Encode(at, id), out DateTimeOffset time, out var number) && time == at && time.Offset == TimeSpan.Zero && number == id);

    [Fact]
    public void Two_numbers_come_back() => Gen.Select(Gen.Long, Gen.Long).Sample((key, id) =>
        Cursor.TryDecode(Cursor.Encode(key, id), out long first, out var second) && first == key && second == id);

    [Fact]
    public void A_cursor_is_short_and_safe_in_an_address() => Gen.Select(Gen.Long, Gen.Long).Sample((key, id) =>
        Cursor.Encode(key, id) is { Length: 28 } cursor && cursor.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    [Fact]
    public void A_cursor_of_one_kind_is_none_of_the_other()
    {
        Cursor.TryDecode(Cursor.Encode(5, 7), out DateTimeOffset _, out _).ShouldBeFalse();
        Cursor.TryDecode(Cursor.Encode(DateTimeOffset.UnixEpoch, 7), out long _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("سسسسسسسسسسسسسسسسسسسسسسسسسسسس")]
    [InlineData("                            ")]
    [InlineData("' or 1=1 --AAAAAAAAAAAAAAAAA")]
    public void Made_up_words_are_refused(string? cursor)
    {
        Cursor.TryDecode(cursor, out long _, out _).ShouldBeFalse();
        Cursor.TryDecode(cursor, out DateTimeOffset _, out _).ShouldBeFalse();
    }

    [Fact]
    public void One_altered_character_is_noticed() => Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, 27], Gen.Char['a', 'z']).Sample((key, id, at, letter) =>
    {
        var cursor = Cursor.Encode(key, id);
        var altered = $"{cursor[..at]}{letter}{cursor[(at + 1)..]}";
        return altered == cursor || !Cursor.TryDecode(altered, out long _, out _);
    });

    [Fact]
    public void Decoding_never_throws() => Gen.String.Sample(text => !Cursor.TryDecode(text, out DateTimeOffset _, out _));
}
