using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Keys;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Hosting;

/// <summary>Keeps the keys of cookies, forms and links in the database: every node reads what another signed, and a backup holds them.</summary>
public sealed class KeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    private const string Product = "training";

    public static void AddTo(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Product);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyStore(scopes));
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<TrainingDbContext>().ProtectionKeys.AsNoTracking().OrderBy(key => key.RecordedAt).Select(key => key.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting), scope.ServiceProvider.GetRequiredService<OfficeClock>().Now));
        db.SaveChanges();
    }
}
