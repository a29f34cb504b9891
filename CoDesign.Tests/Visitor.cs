using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CoDesign.Tests;

/// <summary>Somebody who looks at pages and sends forms, cookies kept, redirects not followed, no scripts.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HtmlParser _parser = new();
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
    }

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(address, Here);

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        _client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Here);

    public Task<HttpResponseMessage> PostJsonAsync<T>(string address, T body) => _client.PostAsJsonAsync(address, body, Here);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request, Here);

    /// <summary>The page as a browser reads it.</summary>
    public async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await _parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Here), Here);

    public async Task<IHtmlDocument> ReadAsync(string address) => await ReadAsync(await GetAsync(address));

    /// <summary>Fills in a form of a page and sends it, with all that it carries besides.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(address);
        var found = page.GetElementById(form) ?? throw new InvalidOperationException($"{address} shows no form {form}.");
        return await PostAsync(address, [.. HiddenOf(found), .. fields]);
    }

    /// <summary>Sends files with a form of a page, with all that it carries besides.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string address, string form, params (string Name, HttpContent Content)[] files)
    {
        var page = await ReadAsync(address);
        var found = page.GetElementById(form) ?? throw new InvalidOperationException($"{address} shows no form {form}.");
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in HiddenOf(found)) body.Add(new StringContent(value), name);
        foreach (var (name, content) in files) body.Add(content, "file", name);
        return await _client.PostAsync(address, body, Here);
    }

    public void Dispose() => _client.Dispose();

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    private static IEnumerable<(string, string)> HiddenOf(IElement form) =>
        form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name ?? "", input.Value));
}
