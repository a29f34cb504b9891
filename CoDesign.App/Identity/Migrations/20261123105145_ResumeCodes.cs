using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoDesign.App.Identity.Migrations
{
    /// <inheritdoc />
    public partial class ResumeCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ResumeCodes",
                columns: table => new
                {
                    Participant = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResumeCodes", x => x.Participant);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ResumeCodes_Hash",
                table: "ResumeCodes",
                column: "Hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ResumeCodes");
        }
    }
}
