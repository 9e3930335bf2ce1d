using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Training.Reports.Pdf.Writing;

/// <summary>
/// The numbered objects that a PDF file consists of. Plain objects travel together in compressed object streams,
/// because a long table has tens of thousands of structure elements.
/// </summary>
internal sealed class PdfObjects
{
    private const int ObjectsPerStream = 400;
    private const int InStream = 2;
    private const int InFile = 1;

    private readonly ArrayBufferWriter<byte> file = new();
    private readonly List<(int Kind, int Place, int Index)> places = [(0, 0, 65535)];
    private readonly List<(int Id, string Body)> waiting = [];

    public PdfObjects() => Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");

    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    public void Put(int id, string body)
    {
        waiting.Add((id, body));
        if (waiting.Count == ObjectsPerStream)
            FlushWaiting();
    }

    public int Add(string body)
    {
        var id = Reserve();
        Put(id, body);
        return id;
    }

    public int AddStream(string entries, byte[] data)
    {
        var id = Reserve();
        PutStream(id, entries, data);
        return id;
    }

    public void PutStream(int id, string entries, byte[] data) => WriteStream(id, entries + "/Filter/FlateDecode", Deflate(data));

    /// <summary>As it is: metadata stays readable for tools that only look for its packet, and a JPEG is compressed already.</summary>
    public int AddPlainStream(string entries, byte[] data)
    {
        var id = Reserve();
        WriteStream(id, entries, data);
        return id;
    }

    /// <summary>The whole file. Its identifier is a digest of the content, so the same content has the same identifier.</summary>
    public byte[] Finish(int catalog, int info)
    {
        FlushWaiting();
        var digest = Convert.ToHexString(SHA256.HashData(file.WrittenSpan).AsSpan(0, 16));
        var id = Reserve();
        var start = file.WrittenCount;
        places[id] = (InFile, start, 0);
        PutCrossReferences(id, $"/Root {PdfValue.Reference(catalog)}/Info {PdfValue.Reference(info)}/ID[<{digest}><{digest}>]");
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));

        return file.WrittenSpan.ToArray();
    }

    private void PutCrossReferences(int id, string entries)
    {
        using var table = new MemoryStream();
        foreach (var (kind, place, index) in places)
        {
            table.WriteByte((byte)kind);
            table.Write([(byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, (byte)(index >> 8), (byte)index]);
        }

        PutStream(id, string.Create(CultureInfo.InvariantCulture, $"/Type/XRef/Size {places.Count}/W[1 4 2]{entries}"), table.ToArray());
    }

    private void FlushWaiting()
    {
        if (waiting.Count == 0)
            return;

        var stream = Reserve();
        var index = new StringBuilder();
        var bodies = new StringBuilder();
        foreach (var (position, (id, body)) in waiting.Index())
        {
            places[id] = (InStream, stream, position);
            index.Append(CultureInfo.InvariantCulture, $"{id} {bodies.Length} ");
            bodies.Append(body).Append('\n');
        }

        PutStream(
            stream,
            string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {waiting.Count}/First {index.Length}"),
            Encoding.Latin1.GetBytes(index.Append(bodies).ToString()));
        waiting.Clear();
    }

    private void WriteStream(int id, string entries, byte[] data)
    {
        places[id] = (InFile, file.WrittenCount, 0);
        Write(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<<{entries}/Length {data.Length}>>\nstream\n"));
        file.Write(data);
        Write("\nendstream\nendobj\n");
    }

    private void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static byte[] Deflate(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data);

        return compressed.ToArray();
    }
}
