using Microsoft.AspNetCore.Http.Features;

namespace CoDesign.App.Shell;

/// <summary>Lets larger forms through where files are sent; everywhere else a request stays small.</summary>
public static class RoomForFiles
{
    private const int RoomForFields = 1_000_000;

    /// <summary>Makes room for files.</summary>
    /// <param name="app">The app.</param>
    /// <param name="isTheirs">Whether a posted form is one that brings them, from somebody who may.</param>
    /// <param name="most">The most bytes of all files of one form.</param>
    /// <param name="inMemory">Whether they are read into memory alone and never lie in a temporary file.</param>
    public static void UseRoomForFiles(this WebApplication app, Func<HttpContext, bool> isTheirs, long most, bool inMemory)
    {
        var all = most + RoomForFields;
        app.Use((http, next) =>
        {
            if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || !isTheirs(http)) return next(http);
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = all;
            var options = new FormOptions { MultipartBodyLengthLimit = all };
            if (inMemory) options.MemoryBufferThreshold = (int)Math.Min(all, int.MaxValue);
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, options));
            return next(http);
        });
    }
}
