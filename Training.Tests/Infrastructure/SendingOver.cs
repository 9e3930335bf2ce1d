using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace Training.Tests.Infrastructure;

/// <summary>Lets an application send over a mail server on loopback, at every hour and only when a test says so: the scheduler stays out.</summary>
internal static class SendingOver
{
    public static void Serve(this SmtpServer server, IWebHostBuilder builder) => Port(server.Port, builder);

    public static void Port(int port, IWebHostBuilder builder) => builder
        .UseSetting("Mail:Host", "127.0.0.1").UseSetting("Mail:Port", port.ToString(CultureInfo.InvariantCulture)).UseSetting("Mail:Security", "None")
        .UseSetting("Mail:QuietFrom", "00:00").UseSetting("Mail:QuietUntil", "00:00")
        .ConfigureServices(services => services.Remove(services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true).ShouldHaveSingleItem()));
}
