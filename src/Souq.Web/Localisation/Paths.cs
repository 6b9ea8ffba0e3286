namespace Souq.Web.Localisation;

/// <summary>Pages that the layout links to, relative to the base address. Each is somebody's page; the layout only knows where.</summary>
public static class Paths
{
    public const string Home = "./";
    public const string Search = "search";
    public const string Offer = "offer";
    public const string Messages = "messages";
    public const string Me = "me";
    public const string SignIn = "signin";
    public const string SignUp = "signup";

    /// <summary>The communes of a wilaya as JSON, for the region picker: <c>communes?wilaya=31</c> gives <c>[{"code":3101,"name":"…"}]</c>.</summary>
    public const string Communes = "communes";
}
