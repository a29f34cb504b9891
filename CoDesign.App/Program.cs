using CoDesign.App.Api;
using CoDesign.App.Bids;
using CoDesign.App.Contracts;
using CoDesign.App.Evaluations;
using CoDesign.App.Exports;
using CoDesign.App.Following;
using CoDesign.App.Identity;
using CoDesign.App.Projects;
using CoDesign.App.Providers;
using CoDesign.App.Sample;
using CoDesign.App.Shell;
using CoDesign.App.Specifications;
using CoDesign.App.Storage;
using CoDesign.App.Subcontracts;
using CoDesign.App.Tenders;
using CoDesign.App.Text;
using CoDesign.App.Thread;
using CoDesign.App.Workshops;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSample();
    builder.AddStorage();
    builder.AddPeople();
    builder.AddProjects();
    builder.AddWorkshops();
    builder.AddTexts();
    builder.AddTenders();
    builder.AddSubcontracts();
    builder.AddFollowing();
    builder.AddProviders();
    builder.AddBids();
    builder.AddBidReminders();
    builder.AddPanels();
    builder.AddContracts();
    builder.AddExports();
    builder.AddApi();
    builder.AddShell();

    await using var app = builder.Build();
    app.Services.MigrateStorage();
    app.Services.MigratePeople();
    if (await app.CreateAdministratorAsync(args)) return 0;
    if (app.CheckChains(args) is { } faults) return faults;
    app.UseShell();
    app.UsePeople();
    app.MapPeople();
    app.MapApi();
    app.MapWorkshops();
    app.MapTexts();
    app.MapThread();
    app.MapCoverage();
    app.MapReports();
    app.MapPackFiles();
    app.MapAudits();
    app.MapBids();
    app.MapOcds();
    app.MapOpportunityFeed();
    app.MapDiary();
    app.MapOpportunityCalendar();
    app.MapShell();
    app.SayWhereWeAre();
    await app.RunAsync();
    return 0;
}
catch (DataFolderException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}
