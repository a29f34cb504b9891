using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>The database of accounts, apart from every history.</summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : IdentityUserContext<Account>(options)
{
    /// <summary>Keys with which programs act for people.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Codes with which people without an account come back.</summary>
    public DbSet<ResumeCode> ResumeCodes => Set<ResumeCode>();

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.Ignore(a => a.ParticipantId);
            account.Ignore(a => a.IsSuspended);
            account.HasIndex(a => a.Participant).IsUnique();
        });
        builder.Entity<ApiToken>(token =>
        {
            token.HasKey(t => t.Id);
            token.HasIndex(t => t.AccountId);
        });
        builder.Entity<ResumeCode>(resume =>
        {
            resume.HasKey(c => c.Participant);
            resume.HasIndex(c => c.Hash).IsUnique();
        });
    }
}

/// <summary>A key with which a program acts for somebody, until it ends. Only its hash is kept.</summary>
public sealed class ApiToken
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string Name { get; init; }

    /// <summary>Whether the program may act, or only look.</summary>
    public required bool MayAct { get; init; }
    public required long EndsAt { get; init; }
    public required byte[] Hash { get; init; }
}
