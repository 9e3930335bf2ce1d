using Microsoft.EntityFrameworkCore;

namespace Training.Tests.Infrastructure;

/// <summary>How one of the two engines makes and drops databases for tests.</summary>
internal interface ITestEngine
{
    /// <summary>The connection string of a new and empty database.</summary>
    Task<string> CreateAsync();

    /// <summary>The connection string of a copy. Nobody may be connected to the original.</summary>
    Task<string> CloneAsync(string original);

    /// <summary>Closes what the pool still holds open, so that the database can be cloned or dropped.</summary>
    void Disconnect(string database);

    Task DropAsync(string database);

    void Use(DbContextOptionsBuilder options, string database);
}
