using CoDesign.App.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();

var app = builder.Build();
app.Services.MigrateStorage();
app.Run();
