using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoDesign.App.Storage.Migrations
{
    /// <inheritdoc />
    public partial class OpportunitySearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Area",
                table: "Opportunities",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Authority",
                table: "Opportunities",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Opportunities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Opportunities",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "SuitsSmall",
                table: "Opportunities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "Opportunities",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "TakesSubcontracts",
                table: "Opportunities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Value",
                table: "Opportunities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Opportunities",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_PublishedAt",
                table: "Opportunities",
                column: "PublishedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opportunities_PublishedAt",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "Area",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "Authority",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "SuitsSmall",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "TakesSubcontracts",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "Value",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Opportunities");
        }
    }
}
