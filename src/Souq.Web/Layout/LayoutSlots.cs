namespace Souq.Web.Layout;

/// <summary>Places in the frame around every page. Components placed here get no <c>Context</c>.</summary>
public static class LayoutSlots
{
    /// <summary>At the end of the header: who is signed in, or how to sign in.</summary>
    public const string Account = "layout.account";

    /// <summary>On the messages icon: a count of what is unread (<c>CountBubble</c>).</summary>
    public const string Unread = "layout.unread";

    /// <summary>Further links in the footer, as <c>li</c> elements.</summary>
    public const string Footer = "layout.footer";
}
