using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Storage;

/// <summary>The database of histories, operations, caches and read models.</summary>
public sealed class CoDesignDb(DbContextOptions<CoDesignDb> options) : DbContext(options)
{
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<OperationRow> Operations => Set<OperationRow>();
    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();
    public DbSet<MomentRow> Moments => Set<MomentRow>();
    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<JoinCodeRow> JoinCodes => Set<JoinCodeRow>();
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();
    public DbSet<VisitRow> Visits => Set<VisitRow>();
    public DbSet<PackLookRow> PackLooks => Set<PackLookRow>();
    public DbSet<SeatRow> Seats => Set<SeatRow>();
    public DbSet<FollowerRow> Followers => Set<FollowerRow>();
    public DbSet<FollowedSearchRow> FollowedSearches => Set<FollowedSearchRow>();
    public DbSet<OutgoingRow> Outgoing => Set<OutgoingRow>();
    public DbSet<OpportunityRow> Opportunities => Set<OpportunityRow>();
    public DbSet<ProviderMemberRow> ProviderMembers => Set<ProviderMemberRow>();
    public DbSet<PublicProviderRow> PublicProviders => Set<PublicProviderRow>();
    public DbSet<SubcontractSideRow> SubcontractSides => Set<SubcontractSideRow>();
    public DbSet<DiaryDateRow> DiaryDates => Set<DiaryDateRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.HasKey(e => e.Position);
            row.Property(e => e.Position).ValueGeneratedNever();
            row.HasIndex(e => new { e.StreamId, e.Version }).IsUnique();
        });
        modelBuilder.Entity<OperationRow>().HasKey(o => new { o.OperationId, o.StreamId, o.ActorId });
        modelBuilder.Entity<SnapshotRow>().HasKey(s => s.StreamId);
        modelBuilder.Entity<MomentRow>().HasKey(m => new { m.StreamId, m.Version });
        modelBuilder.Entity<CheckpointRow>().HasKey(c => c.Name);
        modelBuilder.Entity<PersonRow>().HasKey(p => p.ParticipantId);
        modelBuilder.Entity<JoinCodeRow>(row =>
        {
            row.HasKey(c => c.Code);
            row.HasIndex(c => c.ProjectId);
        });
        modelBuilder.Entity<MembershipRow>(row =>
        {
            row.HasKey(m => new { m.ParticipantId, m.ProjectId });
            row.HasIndex(m => m.ProjectId);
        });
        modelBuilder.Entity<VisitRow>().HasKey(v => new { v.ParticipantId, v.ProjectId });
        modelBuilder.Entity<PackLookRow>().HasKey(l => new { l.ParticipantId, l.TenderId, l.Document });
        modelBuilder.Entity<SeatRow>().HasKey(s => new { s.ParticipantId, s.PanelId });
        modelBuilder.Entity<SubcontractSideRow>(row =>
        {
            row.HasKey(s => s.Id);
            row.HasIndex(s => s.ParticipantId);
        });
        modelBuilder.Entity<FollowerRow>(row =>
        {
            row.HasKey(f => f.Token);
            row.HasIndex(f => new { f.TenderId, f.Email }).IsUnique();
            row.HasIndex(f => f.ParticipantId);
        });
        modelBuilder.Entity<FollowedSearchRow>(row =>
        {
            row.HasKey(s => s.Token);
            row.HasIndex(s => new { s.Query, s.Email }).IsUnique();
        });
        modelBuilder.Entity<OutgoingRow>().HasKey(o => o.Id);
        modelBuilder.Entity<DiaryDateRow>(row =>
        {
            row.HasKey(d => new { d.TenderId, d.Milestone });
            row.HasIndex(d => d.Day);
        });
        modelBuilder.Entity<OpportunityRow>(row =>
        {
            row.HasKey(o => o.TenderId);
            row.HasIndex(o => o.Reference).IsUnique();
            row.HasIndex(o => o.Deadline);
            row.HasIndex(o => o.PublishedAt);
        });
        modelBuilder.Entity<ProviderMemberRow>().HasKey(m => new { m.ParticipantId, m.ProviderId });
        modelBuilder.Entity<PublicProviderRow>().HasKey(p => p.ProviderId);
    }
}
