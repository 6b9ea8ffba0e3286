using System.Globalization;
using System.Text;
using Npgsql;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>A question to <see cref="SearchTable"/>, in the making; every value is a parameter.</summary>
internal sealed class SearchStatement
{
    private readonly StringBuilder sql = new();
    private readonly List<object> values = [];

    public SearchStatement Add(string text)
    {
        sql.Append(text);
        return this;
    }

    /// <summary>SQL with a parameter in each place.</summary>
    public SearchStatement Add(string text, params object[] given)
    {
        sql.AppendFormat(CultureInfo.InvariantCulture, text, [.. given.Select(Next)]);
        return this;
    }

    public string Next(object value)
    {
        values.Add(value);
        return "$" + values.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What fits the filter, by the index of words and tags.</summary>
    /// <param name="more">Parts of a tsquery that must be met too.</param>
    public SearchStatement Matching(SearchFilter filter, params IEnumerable<string> more)
    {
        Add("available");
        if (filter.Words is { } words) Add(" and words @@ {0}::tsquery", words);
        if (string.Join(" & ", filter.Tags.Concat(more)) is { Length: > 0 } tags) Add(" and tags @@ {0}::tsquery", tags);
        return Checked(filter.Checks);
    }

    public SearchStatement Checked(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions) Add(" and ").Add(condition.Sql, condition.Values);
        return this;
    }

    public NpgsqlCommand On(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(sql.ToString(), connection) { CommandTimeout = SearchReader.Patience };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
