using CoDesign.App.Api;
using CoDesign.App.Bids;
using CoDesign.App.Evaluations;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.App.Tenders;
using CoDesign.App.Text;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddProjects();
builder.AddTexts();
builder.AddTenders();
builder.AddBids();
builder.AddPanels();
builder.AddApi();

var app = builder.Build();
app.Services.MigrateStorage();
app.MapApi();
app.MapTexts();
app.Run();
