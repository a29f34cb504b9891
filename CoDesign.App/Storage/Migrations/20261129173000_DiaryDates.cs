using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoDesign.App.Storage.Migrations
{
    /// <inheritdoc />
    public partial class DiaryDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DiaryDates",
                columns: table => new
                {
                    TenderId = table.Column<string>(type: "TEXT", nullable: false),
                    Milestone = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiaryDates", x => new { x.TenderId, x.Milestone });
                });

            migrationBuilder.CreateIndex(
                name: "IX_DiaryDates_Day",
                table: "DiaryDates",
                column: "Day");

            // What is published already says its deadline alone: ticks of a day into days.
            migrationBuilder.Sql("""
                INSERT INTO "DiaryDates" ("TenderId", "Milestone", "Day") SELECT "TenderId", 'Deadline', "Deadline" / 864000000000 FROM "Opportunities";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DiaryDates");
        }
    }
}
