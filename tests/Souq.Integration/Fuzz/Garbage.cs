using CsCheck;

namespace Souq.Integration.Fuzz;

/// <summary>What strangers, accidents and attackers put where words and numbers were asked for.</summary>
internal static class Garbage
{
    // Signs that break something somewhere: of SQL, JSON, formats, markup and addresses, controls, marks that turn the line around.
    private const string Signs = "a9sé '\"\\%_&|!():*<>{}[].,;-+=@\0\u0001\u001b\u007f\u00a0\u200e\u200f\u202e\u2066\u2069\u0651\u0660\ufeff\ufffd\t\r\n";

    private static readonly string[] Words =
    [
        "", " ", "0", "-1", "1", "99", "1e400", "NaN", "99999999999999999999999999999999", "9223372036854775807", "-9223372036854775808", "2147483648", "0x10",
        "true", "on", "null", "{0}", "' or 1=1 --", "<script>alert(1)</script>", "../../etc/passwd", "سيارات للبيع", "\ud83d\ude00", "\ud83d", "%00", "٣٤",
        "1,5", "1.2.3", "2026-02-30", "0000-00-00", "00000000-0000-0000-0000-000000000000", "a@b", "someone@example.org", "+213550000000", "0550 00 00 00",
        "http://example.org/", "javascript:alert(1)", "=cmd()", "125 مليون",
    ];

    public static readonly Gen<string> Value = Gen.Frequency(
        (6, Gen.Int[0, Words.Length - 1].Select(i => Words[i])),
        (4, Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]).Array[0, 40].Select(signs => new string(signs))),
        (1, Gen.Int[1, 4].Select(n => new string('س', n * 4_000))));
}
