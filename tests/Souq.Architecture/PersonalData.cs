using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Souq.Architecture.Reading;
using Souq.Kernel;

namespace Souq.Architecture;

/// <summary>Personal data lives in erasable documents: what is kept for ever or travels holds ids.</summary>
public partial class PersonalData
{
    private static readonly string[] Personal = ["Name", "Names", "Phone", "Phones", "Email", "Mail", "Address", "Body", "Password", "Ip"];

    [Fact]
    public void Events_hold_no_personal_data()
    {
        var events = Assemblies.Modules.SelectMany(Events).Distinct().ToList();
        events.SelectMany(e => Holdings(e, [])).ShouldBeEmpty();
    }

    [Fact]
    public void What_crosses_between_modules_holds_no_personal_data() => Assemblies.Contracts
        .SelectMany(a => a.Written()).Where(t => t.IsPublic && t.IsClass && !(t.IsAbstract && t.IsSealed))
        .Where(t => t.Namespace != "Souq.Catalog.Contracts")
        .SelectMany(t => Holdings(t, [])).ShouldBeEmpty();

    [Fact]
    public void Personal_data_is_found_however_deep() => Holdings(typeof(Bad), []).ShouldBe(["Inner.SellerName", "Bad.ContactPhone"], ignoreOrder: true);

    private sealed record Inner(string SellerName);

    private sealed record Bad(IReadOnlyList<Inner> People, string? ContactPhone, string Title, LocalizedText Name, int Renamed);

    /// <summary>What a stream's Apply or Create takes, and every record in a file of events.</summary>
    private static IEnumerable<Type> Events(Assembly module)
    {
        var types = module.Written().ToList();
        var applied = types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.Name is "Apply" or "Create" or "ShouldDelete").SelectMany(m => m.GetParameters())
            .Select(p => p.ParameterType.IsGenericType ? p.ParameterType.GetGenericArguments()[0] : p.ParameterType)
            .Where(t => t.Assembly == module);
        var declared = Repository.Files([$"modules/{module.GetName().Name!.Split('.')[1]}"], "Events.cs")
            .SelectMany(f => Record().Matches(f.Code)).Select(m => m.Groups[1].Value).ToHashSet();
        return applied.Concat(types.Where(t => declared.Contains(t.Name)));
    }

    /// <summary>Names of reference data are in three languages, and those of people are not: a LocalizedText is nobody's name.</summary>
    private static IEnumerable<string> Holdings(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType == typeof(LocalizedText)) continue;
            if (Words().Matches(property.Name).Any(w => Personal.Contains(w.Value))) yield return $"{type.Name}.{property.Name}";
            foreach (var inner in Parts(property.PropertyType).SelectMany(t => Holdings(t, seen))) yield return inner;
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments() : [Nullable.GetUnderlyingType(type) ?? type])
        .Where(t => t.Assembly.GetName().Name!.StartsWith("Souq.", StringComparison.Ordinal) && !t.IsEnum);

    [GeneratedRegex(@"\brecord\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex Record();

    [GeneratedRegex(@"[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
