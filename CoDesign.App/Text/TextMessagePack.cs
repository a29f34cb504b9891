using System.Text;
using System.Text.Json;
using CoDesign.Domain.Text;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace CoDesign.App.Text;

/// <summary>Texts in MessagePack: the same shape as in JSON, name for name and list for list.</summary>
public static class TextMessagePack
{
    /// <summary>For data from outside.</summary>
    public static MessagePackSerializerOptions Options { get; } = MessagePackSerializerOptions.Standard
        .WithResolver(CompositeResolver.Create([new Changes(), new Free()], [StandardResolver.Instance]))
        .WithSecurity(MessagePackSecurity.UntrustedData);

    /// <summary>A change set as CodeMirror writes it; one that can't be read is null, so that it is refused in words.</summary>
    private sealed class Changes : IMessagePackFormatter<ChangeSet?>
    {
        private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        public ChangeSet? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
        {
            var made = reader.CreatePeekReader();
            reader.Skip();
            try
            {
                return Read(ref made);
            }
            catch (Exception unread) when (unread is MessagePackSerializationException or OverflowException or DecoderFallbackException)
            {
                return null;
            }
        }

        public void Serialize(ref MessagePackWriter writer, ChangeSet? value, MessagePackSerializerOptions options)
        {
            writer.WriteArrayHeader(value!.Stretches.Length);
            foreach (var (length, insert) in value.Stretches)
            {
                if (insert is null)
                {
                    writer.Write(length);
                    continue;
                }

                var lines = insert.Length == 0 ? [] : insert.Split('\n');
                writer.WriteArrayHeader(1 + lines.Length);
                writer.Write(length);
                foreach (var line in lines) writer.Write(line);
            }
        }

        private static ChangeSet? Read(ref MessagePackReader reader)
        {
            var form = new ChangeSetForm();
            for (var left = reader.ReadArrayHeader(); left > 0; left--)
            {
                if (!(reader.NextMessagePackType == MessagePackType.Array ? TryAddChange(ref reader, form) : form.TryAdd(reader.ReadInt64(), null))) return null;
            }

            return form.Made;
        }

        private static bool TryAddChange(ref MessagePackReader reader, ChangeSetForm form)
        {
            var count = reader.ReadArrayHeader();
            if (count == 0) return false;
            var length = reader.ReadInt64();
            var lines = new List<string>();
            while (--count > 0)
            {
                if (reader.ReadStringSequence() is not { } line) return false;
                lines.Add(Strict.GetString(line));
            }

            return form.TryAdd(length, lines);
        }
    }

    /// <summary>What is passed on as it came: a selection.</summary>
    private sealed class Free : IMessagePackFormatter<JsonElement>
    {
        public JsonElement Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
        {
            using var words = new StringWriter();
            MessagePackSerializer.ConvertToJson(ref reader, words, options);
            using var document = JsonDocument.Parse(words.ToString());
            return document.RootElement.Clone();
        }

        public void Serialize(ref MessagePackWriter writer, JsonElement value, MessagePackSerializerOptions options)
        {
            using var words = new StringReader(value.GetRawText());
            MessagePackSerializer.ConvertFromJson(words, ref writer, options);
        }
    }
}
