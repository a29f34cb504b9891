using System.Net;

namespace CoDesign.App.Exports;

/// <summary>A web page that is one file: it reads and prints by itself, and fetches nothing.</summary>
internal static class WebPage
{
    /// <summary>The page.</summary>
    /// <param name="title">Its title, as plain text.</param>
    /// <param name="body">What stands below its heading, as HTML that can do no harm.</param>
    public static string Of(string title, string body) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{WebUtility.HtmlEncode(title)}}</title>
        <style>
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif; color: #25211c; background: #fffdf9; overflow-wrap: anywhere; }
        h2 { margin-top: 2.5rem; }
        li { break-inside: avoid; }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td { border: 1px solid #6b645a; padding: .25rem .5rem; text-align: left; vertical-align: top; }
        pre { white-space: pre-wrap; }
        </style>
        </head>
        <body>
        <main>
        <h1>{{WebUtility.HtmlEncode(title)}}</h1>
        {{body}}</main>
        </body>
        </html>

        """;
}
