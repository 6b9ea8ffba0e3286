using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Souq.Accounts.Limits;
using Souq.Kernel;
using Souq.Web.Commands;

namespace Souq.Accounts.SigningUp;

/// <summary>Takes sign-ups; the answer is the same whether the address is new, known or waiting for its confirmation.</summary>
public sealed class SignUpDesk(IPasswordHasher<Person> hasher, Limiter limiter, CommandSender sender, TimeProvider time)
{
    public async Task<Grant> SignUp(HttpContext context, SignUpData data, string? returnUrl, CancellationToken cancellation)
    {
        var grant = await limiter.Take(AccountLimits.SignUpNetwork, Visitor.Network(context), cancellation);
        if (grant.IsRefused) return grant;
        // Hashing takes its time in every case, so that time tells nothing either.
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var hash = hasher.HashPassword(null!, data.Password);
        if (!(await limiter.Take(AccountLimits.LettersAddress, Person.Normalize(data.Email), cancellation)).IsRefused)
            await sender.Send(new SignUp(id, data.Email, data.Name, hash, data.Phone, Languages.Current, returnUrl), cancellation);
        return default;
    }
}
