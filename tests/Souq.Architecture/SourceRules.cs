using System.Text.RegularExpressions;
using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>What may not stand in the code.</summary>
public partial class SourceRules
{
    /// <summary>Where Arabic letters are the matter itself: folding, reading and saying prices.</summary>
    private static readonly string[] ArabicIsTheMatter = ["src/Souq.Kernel/Text/", "src/Souq.Kernel/Money/"];

    /// <summary>Markup of our own making: the one dark-mode rule of letters, which cannot stand in a style sheet.</summary>
    private static readonly string[] OwnMarkup = ["src/Souq.Mail/Letters/MailLayout.razor"];

    [Fact]
    public void Time_comes_from_the_time_provider() => Product(WallClock()).ShouldBeEmpty();

    [Fact]
    public void Tests_neither_sleep_nor_skip() => Repository.Files(["tests"], ".cs")
        .Where(f => !f.IsUnder("tests/Souq.Architecture/")).SelectMany(f => f.Where(SleepOrSkip())).ShouldBeEmpty();

    [Fact]
    public void What_people_read_in_arabic_stands_in_resources() => Repository.Product(".cs", ".razor")
        .Where(f => !f.IsUnder(ArabicIsTheMatter)).SelectMany(f => f.Where(Arabic())).ShouldBeEmpty();

    [Fact]
    public void Pages_write_no_raw_markup_from_data() => Repository.Product(".cs", ".razor")
        .Where(f => !f.IsUnder(OwnMarkup)).SelectMany(f => f.Where(RawMarkup())).ShouldBeEmpty();

    /// <summary>Pages send with CommandSender, which opens a scope per command; facts leave a handler as its return value.</summary>
    [Fact]
    public void Modules_do_not_hold_the_bus() => Repository.Files(["modules"], ".cs", ".razor").SelectMany(f => f.Where(Bus())).ShouldBeEmpty();

    /// <summary>
    /// Where the database counts the events of a stream (quick appends), a document that is written beside them gets no version unless it is
    /// said here, and whoever appends to what it says later is refused for ever. Accounts counts by itself.
    /// </summary>
    [Fact]
    public void What_is_appended_says_the_version_it_leads_to() => Repository.Files(["modules"], ".cs")
        .Where(f => !f.IsUnder("modules/Accounts/")).SelectMany(f => f.Where(Unversioned())).ShouldBeEmpty();

    private static IEnumerable<string> Product(Regex pattern) => Repository.Product(".cs", ".razor").SelectMany(f => f.Where(pattern));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    internal static partial Regex WallClock();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(|\bSkip\s*=\s*""|\bSkip(Unless|When)\(")]
    internal static partial Regex SleepOrSkip();

    [GeneratedRegex(@"[^\n]*[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC][^\n]*")]
    internal static partial Regex Arabic();

    [GeneratedRegex(@"\bMarkupString\b")]
    internal static partial Regex RawMarkup();

    [GeneratedRegex(@"\bEvents\.Append\([^,()]+,(?! [\w.]*Version\b)")]
    internal static partial Regex Unversioned();

    [GeneratedRegex(@"\bI(Message|Command)Bus\b")]
    internal static partial Regex Bus();
}
