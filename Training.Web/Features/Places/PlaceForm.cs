using System.ComponentModel.DataAnnotations;

namespace Training.Web.Features.Places;

/// <summary>A building or a room.</summary>
public sealed class PlaceForm
{
    public const int MostSeats = 1000;

    /// <summary>Nothing for a new one.</summary>
    public Guid? Id { get; set; }

    [StringLength(Domain.Sessions.Room.NameMaxLength)]
    public string? Name { get; set; }

    public Guid? Venue { get; set; }

    [Range(1, MostSeats)]
    public int? Capacity { get; set; }

    public IList<string> Equipment { get; init; } = [];

    [StringLength(Domain.Sessions.Venue.NameMaxLength)]
    public string? NameFr { get; set; }

    [StringLength(Domain.Sessions.Venue.NameMaxLength)]
    public string? NameNl { get; set; }

    [StringLength(Domain.Sessions.Venue.NameMaxLength)]
    public string? AddressFr { get; set; }

    [StringLength(Domain.Sessions.Venue.NameMaxLength)]
    public string? AddressNl { get; set; }

    public string? Nis { get; set; }

    public bool IsWholeVenue => new[] { NameFr, NameNl, AddressFr, AddressNl, Nis }.All(text => !string.IsNullOrWhiteSpace(text));
}
