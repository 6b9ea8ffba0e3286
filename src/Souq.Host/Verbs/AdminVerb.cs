using Souq.Accounts.Roles;

namespace Souq.Host.Verbs;

/// <summary>Makes a person who has signed up an admin: how the first one comes to be.</summary>
internal static class AdminVerb
{
    public const string Usage = "admin EMAIL            make a person who has signed up an admin";

    public static async Task<int> Run(string[] args)
    {
        if (args is not [var email])
        {
            await Console.Error.WriteLineAsync("usage: " + Usage);
            return 2;
        }

        return await VerbHost.Run(async (services, cancellation) =>
        {
            Console.WriteLine(await services.GetRequiredService<GrantAdmin>().To(email, cancellation));
            return 0;
        });
    }
}
