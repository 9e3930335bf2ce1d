using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Training.Reports.Words;

/// <summary>Reads every text of an assembly in one language, from the resource files that lie beside what they belong to.</summary>
public static class ResourceTexts
{
    public static FrozenDictionary<string, string> Load(Assembly assembly, string language)
    {
        var satellite = assembly.GetSatelliteAssembly(new CultureInfo(language));
        return satellite.GetManifestResourceNames().SelectMany(name => Entries(satellite, name)).ToFrozenDictionary(entry => entry.Key, entry => entry.Value);
    }

    private static IEnumerable<KeyValuePair<string, string>> Entries(Assembly satellite, string name)
    {
        using var reader = new ResourceReader(satellite.GetManifestResourceStream(name)!);
        foreach (System.Collections.DictionaryEntry entry in reader)
            yield return KeyValuePair.Create((string)entry.Key, (string)entry.Value!);
    }
}
