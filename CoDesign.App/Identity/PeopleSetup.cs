using CoDesign.App.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>Puts together how people are known: accounts, participants, tokens, names.</summary>
public static class PeopleSetup
{
    /// <summary>Whoever has an account; who joined by code hasn't.</summary>
    public const string AccountPolicy = "Account";

    /// <summary>Whoever looks after this installation.</summary>
    public const string AdministratorPolicy = "Administrator";

    /// <summary>Adds people.</summary>
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDbContext<IdentityDb>((provider, options) => options
            .UseSqlite($"Data Source={provider.GetRequiredService<DataFolder>().File("identity.db")}")
            .AddInterceptors(provider.GetRequiredService<DurableSqlite>()));
        services.AddSingleton<People>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Accounts>();
        services.AddScoped<ApiTokens>();
        services.AddScoped<Joining>();
        services.AddScoped<ResumeCodes>();
        services.AddSingleton<WrongCodes>();
        services.AddSingleton<Suspensions>();
        services.AddCascadingAuthenticationState();
        AddAccounts(builder);
        AddSchemes(builder);
        services.AddAuthorizationBuilder()
            .AddPolicy(AccountPolicy, policy => policy.RequireClaim(PersonClaims.Account, PersonClaims.Yes))
            .AddPolicy(AdministratorPolicy, policy => policy.RequireClaim(PersonClaims.Administrator, PersonClaims.Yes));
        if (builder.Environment.IsDevelopment()) services.AddRunning<SamplePeopleAtStart>();
        return builder;
    }

    /// <summary>Brings the database of accounts to the shape that this version needs.</summary>
    public static void MigratePeople(this IServiceProvider services) => DatabaseShape.Bring<IdentityDb>(services);

    /// <summary>From here on every request has its person.</summary>
    public static WebApplication UsePeople(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseSuspensions();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Maps what people post that is no page's form.</summary>
    public static WebApplication MapPeople(this WebApplication app)
    {
        app.MapSigning();
        app.MapPasskeys();
        app.MapJoining();
        if (app.Environment.IsDevelopment()) app.MapSampleSignIn();
        return app;
    }

    private static void AddAccounts(WebApplicationBuilder builder) => builder.Services
        .AddIdentityCore<Account>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 8;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        })
        .AddEntityFrameworkStores<IdentityDb>()
        .AddSignInManager()
        .AddDefaultTokenProviders()
        .AddClaimsPrincipalFactory<AccountClaims>();

    private static void AddSchemes(WebApplicationBuilder builder)
    {
        var authentication = builder.Services.AddAuthentication(options =>
        {
            options.DefaultScheme = Schemes.Person;
            options.DefaultChallengeScheme = IdentityConstants.ApplicationScheme;
            options.DefaultForbidScheme = IdentityConstants.ApplicationScheme;
        });
        authentication.AddPolicyScheme(Schemes.Person, null, options => options.ForwardDefaultSelector = http => Schemes.Of(http.Request));
        authentication.AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(Schemes.Token, null);
        authentication.AddCookie(Schemes.Participant, options =>
        {
            Harden(options, Schemes.ParticipantCookie);
            options.ExpireTimeSpan = Schemes.ParticipantStays;
        });
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie?.Configure(options => Harden(options, Schemes.AccountCookie));
            cookies.ExternalCookie?.Configure(options => options.Cookie.Name = "external");
        });
        authentication.AddOrganisationSignIn(builder.Configuration);
    }

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events.OnRedirectToAccessDenied = refused =>
        {
            // What one may not see looks like what isn't there.
            refused.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
