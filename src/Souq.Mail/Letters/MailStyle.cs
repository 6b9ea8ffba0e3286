namespace Souq.Mail.Letters;

/// <summary>
/// The design tokens as mail programs want them, written into each element. Classes repeat them for the dark scheme (see
/// <see cref="Dark"/>), where a program reads style sheets at all.
/// </summary>
internal static class MailStyle
{
    public const string Page = "margin:0;padding:0;background:#FAF8F4;color:#1B1F23;";
    public const string Column = "width:100%;max-width:600px;margin:0 auto;border-collapse:separate;border-spacing:0;";
    public const string Raised = "background:#FFFFFF;border:1px solid #E7E2D8;border-radius:10px;";
    public const string Brand = "color:#0B6B57;text-decoration:none;font-size:21px;font-weight:700;";
    public const string Heading = "margin:0 0 16px;font-size:21px;line-height:1.4;font-weight:700;color:#1B1F23;";
    public const string Paragraph = "margin:0 0 16px;font-size:16px;color:#1B1F23;";
    public const string Quote = "margin:0 0 16px;padding:0;padding-inline-start:12px;border-inline-start:3px solid #E7E2D8;font-size:16px;color:#1B1F23;";
    public const string Button =
        "display:inline-block;padding:12px 24px;background:#0B6B57;border-radius:999px;color:#FFFFFF;font-size:16px;font-weight:700;text-decoration:none;";
    public const string Link = "color:#0B6B57;text-decoration:underline;";
    public const string Part = "margin:8px 0 4px;font-size:17px;line-height:1.5;font-weight:700;color:#1B1F23;";
    public const string Note = "margin:0 0 12px;font-size:13px;color:#5C6670;";
    public const string Card = "border-collapse:collapse;margin:0 0 12px;border-bottom:1px solid #E7E2D8;";
    public const string CardPhoto = "width:100px;padding:0 0 12px;padding-inline-end:12px;";
    public const string Photo = "display:block;width:100px;height:75px;object-fit:cover;border:0;border-radius:10px;background:#E7E2D8;";
    public const string PictureFrame = "margin:0 0 16px;";
    public const string Picture = "display:block;width:200px;max-width:100%;height:auto;border:0;border-radius:10px;background:#E7E2D8;";
    public const string CardWords = "padding:0 0 12px;text-align:start;";
    public const string Drop = "font-size:13px;font-weight:700;color:#B84A33;";
    public const string Was = "font-weight:400;color:#5C6670;";
    public const string CardTitle = "color:#1B1F23;font-size:15px;text-decoration:none;";
    public const string CardPrice = "margin:0;font-size:17px;font-weight:700;color:#1B1F23;";
    public const string Figures = "border-collapse:collapse;margin:0 0 12px;";
    public const string Figure = "padding:0 0 12px;padding-inline-end:12px;text-align:start;";
    public const string Number = "margin:0;font-size:24px;line-height:1.3;font-weight:700;color:#1B1F23;";
    public const string Bars = "table-layout:fixed;border-collapse:collapse;margin:4px 0 20px;";
    public const string BarCell = "height:82px;padding:0 2px;";
    public const string Bar = "background:#0B6B57;border-radius:4px 4px 0 0;font-size:1px;line-height:1px;";
    public const string BarNumber = "margin:0;font-size:12px;line-height:1.4;color:#5C6670;";
    public const string Muted = "margin:0;font-size:13px;color:#5C6670;";

    /// <summary>Fonts and a line height that suit the script: Arabic needs more room, and fonts that draw its letters first.</summary>
    public static string Script(bool rightToLeft) => rightToLeft
        ? "font-family:Cairo,'Segoe UI',Tahoma,'Noto Sans Arabic',Arial,sans-serif;line-height:1.7;"
        : "font-family:Cairo,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;line-height:1.5;";

    public const string Dark = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .m-page { background: #14171A !important; color: #ECEFF1 !important; }
          .m-raised { background: #1C2024 !important; border-color: #2C3238 !important; }
          .m-ink { color: #ECEFF1 !important; border-color: #2C3238 !important; }
          .m-muted { color: #9AA6B0 !important; }
          .m-accent { color: #F08A72 !important; }
          .m-brand { color: #3FC3A2 !important; }
          .m-bar { background: #3FC3A2 !important; }
          .m-button { background: #3FC3A2 !important; color: #14171A !important; }
        }
        """;
}
