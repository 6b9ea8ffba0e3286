using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Souq.Moderation.Rules.Submitters;

/// <summary>Rules about who hands an advert in: from which network, with an address of which mail service. Pure.</summary>
public sealed partial class SubmitterRules
{
    /// <summary>Wider networks are half a country: nobody means them.</summary>
    private const int Widest4 = 8, Widest6 = 19;

    public static readonly SubmitterRules None = new([]);

    private readonly IReadOnlyList<(Guid Rule, IReadOnlyList<IPNetwork> Networks, IReadOnlyList<string> Domains)> rules;

    public SubmitterRules(IEnumerable<Rule> inForce) => rules =
    [
        .. from rule in inForce
           let spec = rule.InForce
           where spec is { Kind: RuleKind.Network or RuleKind.MailDomain }
           select (rule.Id,
               spec.Kind == RuleKind.Network ? [.. spec.Words.Select(Network).OfType<IPNetwork>()] : (IReadOnlyList<IPNetwork>)[],
               spec.Kind == RuleKind.MailDomain ? spec.Words : []),
    ];

    public bool IsEmpty => rules.Count == 0;

    /// <summary>The rules that mean him.</summary>
    /// <param name="domain">Of his mail address.</param>
    public IReadOnlyList<Guid> About(IPAddress? address, string? domain)
    {
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return [.. rules.Where(r => (address is not null && r.Networks.Any(n => n.Contains(address))) || (domain is not null && r.Domains.Any(d => IsWithin(domain, d)))).Select(r => r.Rule)];
    }

    /// <summary>A network in its plain form, such as <c>41.96.0.0/12</c>; <c>null</c> where it is none, or too wide.</summary>
    public static string? PlainNetwork(string typed) => Network(typed)?.ToString();

    /// <summary>A domain in its plain form; <c>null</c> where it is none.</summary>
    public static string? PlainDomain(string typed) =>
        typed.Trim().TrimStart('@').TrimEnd('.').ToLowerInvariant() is var domain && Domain().IsMatch(domain) ? domain : null;

    private static bool IsWithin(string domain, string blocked) =>
        domain.EndsWith(blocked, StringComparison.OrdinalIgnoreCase) && (domain.Length == blocked.Length || domain[^(blocked.Length + 1)] == '.');

    private static IPNetwork? Network(string typed)
    {
        var parts = typed.Trim().Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address)) return null;
        if (address.IsIPv4MappedToIPv6) return null;
        var bytes = address.GetAddressBytes();
        var length = bytes.Length * 8;
        // "41.96" is an address for IPAddress, and a slip for everybody else.
        if (address.AddressFamily == AddressFamily.InterNetwork && parts[0].Count(c => c == '.') != 3) return null;
        if (parts.Length == 2 && (!int.TryParse(parts[1], out length) || length > bytes.Length * 8)) return null;
        if (length < (bytes.Length == 4 ? Widest4 : Widest6)) return null;
        // Whoever types an address inside the network means the network.
        for (var i = 0; i < bytes.Length; i++) bytes[i] &= (byte)(0xff << Math.Clamp(8 - (length - (8 * i)), 0, 8));
        return new IPNetwork(new IPAddress(bytes), length);
    }

    [GeneratedRegex(@"^(?=.{3,80}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$")]
    private static partial Regex Domain();
}
