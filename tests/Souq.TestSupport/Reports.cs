namespace Souq.TestSupport;

/// <summary>What mail servers send when a letter has come back.</summary>
public static class Reports
{
    /// <summary>A delivery report (RFC 3464).</summary>
    /// <param name="id">Of the letter, as the report names it.</param>
    /// <param name="ours">The id in our own header, when it is another.</param>
    public static string Dsn(string id, string action, string status, bool headersOnly = false, string? ours = null) => Lines(
        $"""
        From: Mail Delivery System <mailer-daemon@mx.example>
        To: returns@souq.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        I am sorry.
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example
        Arrival-Date: Tue, 24 Nov 2026 12:00:00 +0100

        Final-Recipient: rfc822; amina@souq.test
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} No

        --b1
        Content-Type: {(headersOnly ? "text/rfc822-headers" : "message/rfc822")}

        From: souq@souq.test
        To: amina@souq.test
        Subject: News
        Message-ID: {id}{(ours is null ? "" : $"\nX-Souq-Letter: {ours}")}
        {(headersOnly ? "" : "\nHello\n")}
        --b1--

        """);

    /// <summary>A complaint (RFC 5965).</summary>
    public static string Complaint(string id, string type = "abuse") => Lines(
        $"""
        From: <abuse@isp.example>
        To: returns@souq.example
        Subject: FW: News
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

        --b1
        Content-Type: text/plain

        This is an abuse report.
        --b1
        Content-Type: message/feedback-report

        Feedback-Type: {type}
        User-Agent: SomeGenerator/1.0
        Version: 1

        --b1
        Content-Type: message/rfc822

        From: souq@souq.test
        Subject: News
        Message-ID: {id}

        Hello
        --b1--

        """);

    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");
}
