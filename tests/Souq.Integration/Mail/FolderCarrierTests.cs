using MimeKit;
using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Integration.Mail;

public sealed class FolderCarrierTests(PostOfficeFixture fixture) : IClassFixture<PostOfficeFixture>
{
    [Fact]
    public async Task Without_a_mail_server_letters_lie_in_a_folder_in_the_order_they_were_sent()
    {
        var data = Directory.CreateTempSubdirectory("souq-mail").FullName;
        await using var node = fixture.Start(("Smtp:Host", ""), ("SOUQ_DATA", data));
        foreach (var subject in new[] { "first", "second", "third" })
            await node.Post.Deliver($"folder:{Guid.NewGuid()}", Language.English, "amina@souq.test", "", new Letter(subject, "<p>x</p>", "x"), TestContext.Current.CancellationToken);

        var files = Directory.GetFiles(Path.Combine(data, "mail")).Order(StringComparer.Ordinal);
        files.Select(f => MimeMessage.Load(f).Subject).ShouldBe(["first", "second", "third"]);
        Directory.Delete(data, recursive: true);
    }
}
