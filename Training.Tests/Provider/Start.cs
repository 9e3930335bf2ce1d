namespace Training.Provider;

/// <summary>Started by <c>./dev run --with-provider</c>: the folder named receives the certificate that the product must trust.</summary>
internal static class Start
{
    private const int Port = 5443;

    private static async Task Main(string[] args)
    {
        await using var provider = await OpenIdProvider.StartAsync(Port);
        await File.WriteAllTextAsync(Path.Combine(args.Length > 0 ? args[0] : ".", "provider.pem"), provider.CertificatePem);
        Console.WriteLine($"A provider of identities for trying out listens at {provider.Address}");
        await provider.WaitAsync();
    }
}
