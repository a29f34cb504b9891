namespace CoDesign.App.Sample;

/// <summary>Puts the sample together: what makes it, and who runs a site that has it.</summary>
public static class SampleSetup
{
    private const string Runs = "Ocds:Buyer";

    /// <summary>Adds the sample, where it is wanted: in Development, unless told otherwise.</summary>
    public static WebApplicationBuilder AddSample(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue("SampleData", builder.Environment.IsDevelopment())) return builder;
        builder.Configuration[Runs] ??= "Marlshire County Council";
        builder.Services.AddHostedService<SampleProject>();
        return builder;
    }
}
