using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoDesign.App.Storage.Migrations
{
    /// <inheritdoc />
    public partial class OpportunityStages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "AuthorityId", table: "Opportunities", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<long>(name: "AwardedAt", table: "Opportunities", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<long>(name: "EngagementUntil", table: "Opportunities", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<string>(name: "Form", table: "Opportunities", type: "TEXT", nullable: false, defaultValue: "Tender");
            migrationBuilder.AddColumn<long>(name: "LeastValue", table: "Opportunities", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.Sql("""UPDATE "Opportunities" SET "LeastValue" = "Value";""");

            migrationBuilder.CreateTable(
                name: "FollowedSearches",
                columns: table => new
                {
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ToldUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_FollowedSearches", x => x.Token));

            migrationBuilder.CreateIndex(name: "IX_FollowedSearches_Query_Email", table: "FollowedSearches", columns: new[] { "Query", "Email" }, unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "FollowedSearches");
            foreach (var column in new[] { "AuthorityId", "AwardedAt", "EngagementUntil", "Form", "LeastValue" })
                migrationBuilder.DropColumn(name: column, table: "Opportunities");
        }
    }
}
