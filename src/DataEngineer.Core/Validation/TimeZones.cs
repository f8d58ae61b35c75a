using DataEngineer.Definitions.Naming;
using NodaTime;

namespace DataEngineer.Validation;

/// <summary>The IANA time zones that NodaTime carries, the same on every machine.</summary>
internal static class TimeZones
{
    public static bool IsKnown(string zone) => zone == "UTC" || (zone.Length > 0 && DateTimeZoneProviders.Tzdb.Ids.Contains(zone));

    public static string Advise(string zone) => Suggestion.For(zone, DateTimeZoneProviders.Tzdb.Ids) ?? "Names are such as UTC or Europe/Amsterdam.";
}
