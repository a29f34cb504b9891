using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoDesign.App.Storage.Migrations
{
    /// <inheritdoc />
    public partial class OpportunityLots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "Lots", table: "Opportunities", type: "INTEGER", nullable: false, defaultValue: 1);
            migrationBuilder.AddColumn<bool>(name: "WelcomesConsortia", table: "Opportunities", type: "INTEGER", nullable: false, defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in new[] { "Lots", "WelcomesConsortia" }) migrationBuilder.DropColumn(name: column, table: "Opportunities");
        }
    }
}
