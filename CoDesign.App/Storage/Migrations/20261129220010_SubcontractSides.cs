using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoDesign.App.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SubcontractSides : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SubcontractSides",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SubcontractId = table.Column<string>(type: "TEXT", nullable: false),
                    ParticipantId = table.Column<string>(type: "TEXT", nullable: false),
                    IsAnswered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubcontractSides", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SubcontractSides_ParticipantId",
                table: "SubcontractSides",
                column: "ParticipantId");

            // What was posted, written and answered before.
            migrationBuilder.Sql("""
                INSERT INTO "SubcontractSides" ("Id", "SubcontractId", "ParticipantId", "IsAnswered")
                SELECT substr("StreamId", 13), substr("StreamId", 13), "ActorId", 0 FROM "Events" WHERE "Type" = 'subcontract.posted.v1'
                UNION SELECT CAST("Payload" AS TEXT) ->> '$.contact', substr("StreamId", 13), "ActorId",
                    EXISTS (SELECT 1 FROM "Events" a WHERE a."StreamId" = e."StreamId" AND a."Type" = 'subcontract.answered.v1'
                        AND CAST(a."Payload" AS TEXT) ->> '$.contact' = CAST(e."Payload" AS TEXT) ->> '$.contact')
                FROM "Events" e WHERE "Type" = 'subcontract.contacted.v1';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SubcontractSides");
        }
    }
}
