using Marten;
using Microsoft.AspNetCore.Components;
using Souq.Kernel;

namespace Souq.Accounts.Tokens;

public sealed partial class TokensPage
{
    // From the root: the browser of the API speaks English and stands outside the languages.
    private const string Docs = "/scalar/v1";
    private IReadOnlyList<ApiToken>? tokens;
    private Guid form;
    private string? secret;

    [SupplyParameterFromForm(FormName = "make", Name = "name")] public string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "make", Name = "form")] public Guid Form { get; set; }

    [SupplyParameterFromForm(FormName = "revoke", Name = "token")] public Guid Token { get; set; }

    [SupplyParameterFromQuery(Name = "done")] public string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        form = Guid.CreateVersion7(Clock.GetUtcNow());
        await Load();
    }

    private async Task Load()
    {
        await using var session = Store.QuerySession();
        tokens = await session.Query<ApiToken>().Where(t => t.PersonId == Me && t.RevokedAt == null)
            .OrderByDescending(t => t.MadeAt).ToListAsync(Http.RequestAborted);
    }

    private string Used(ApiToken token) => token.LastUsedOn is { } day
        ? T["Tokens.Used", Formats.Date(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero))]
        : T["Tokens.Unused"];

    // The answer to the post itself shows the secret, since it is kept nowhere; the form's id makes a reload harmless.
    private async Task Make()
    {
        List<Refusal> refusals = [];
        var name = MakeTokenHandler.Name(Name, refusals);
        var made = TokenSecret.New();
        if (refusals.Count == 0 && Form == Guid.Empty) refusals.Add(new Refusal("Tokens.Twice"));
        if (refusals.Count == 0)
            refusals.AddRange(await Sender.Send(
                new MakeToken(Me, Form, name!, TokenSecret.Prefix(made), TokenSecret.Hash(made)), Http.RequestAborted));
        if (refusals.Count > 0)
        {
            Refuse(refusals);
            return;
        }

        (secret, Name) = (made, null);
        await Load();
    }

    private async Task Revoke()
    {
        await Sender.Send(new RevokeToken(Me, Token), Http.RequestAborted);
        Book.Forget(Token);
        Navigation.NavigateTo("desk/tokens?done=revoked");
    }
}
