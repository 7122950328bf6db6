#!/usr/bin/env python3
"""by-hand.py OUT.pdf   Writes, object by object, a form as Acrobat makes them and LibreOffice does not: nested names,
buttons whose options are numbered, fields that show twice, frames, a turned field, sizes left open, fonts with names for
their letters, a list, XFA beside the fields. make.sh runs it."""
import sys

objects = []


def add(body, stream=None):
    if stream is not None:
        body = f"<< {body} /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    objects.append(body)
    return f"{len(objects)} 0 R"


def form(width, height, content):
    return add(f"/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources << >>", content)


catalog, pages, page = add(""), add(""), add("")  # 1, 2, 3; filled in at the end
encoding = add(
    "<< /Type /Encoding /Differences [24 /breve /caron /circumflex /dotaccent /hungarumlaut /ogonek /ring /tilde "
    "39 /quotesingle 96 /grave 128 /bullet /dagger /daggerdbl /ellipsis /emdash /endash /florin /fraction /guilsinglleft "
    "/guilsinglright /minus /perthousand /quotedblbase /quotedblleft /quotedblright /quoteleft /quoteright /quotesinglbase "
    "/trademark /fi /fl /Lslash /OE /Scaron /Ydieresis /Zcaron /dotlessi /lslash /oe /scaron /zcaron 160 /Euro 164 /currency "
    "166 /brokenbar 168 /dieresis /copyright /ordfeminine 172 /logicalnot /.notdef /registered /macron /degree /plusminus "
    "/twosuperior /threesuperior /acute /mu 183 /periodcentered /cedilla /onesuperior /ordmasculine 188 /onequarter /onehalf "
    "/threequarters 192 /Agrave /Aacute /Acircumflex /Atilde /Adieresis /Aring /AE /Ccedilla /Egrave /Eacute /Ecircumflex "
    "/Edieresis /Igrave /Iacute /Icircumflex /Idieresis /Eth /Ntilde /Ograve /Oacute /Ocircumflex /Otilde /Odieresis "
    "/multiply /Oslash /Ugrave /Uacute /Ucircumflex /Udieresis /Yacute /Thorn /germandbls /agrave /aacute /acircumflex "
    "/atilde /adieresis /aring /ae /ccedilla /egrave /eacute /ecircumflex /edieresis /igrave /iacute /icircumflex /idieresis "
    "/eth /ntilde /ograve /oacute /ocircumflex /otilde /odieresis /divide /oslash /ugrave /uacute /ucircumflex /udieresis "
    "/yacute /thorn /ydieresis] >>"
)
helv = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>")
times = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
zadb = add("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>")
widths = " ".join(["600"] * 26)
capitals = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 90 /Widths [{widths}] >>")
descendant = add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>")
composite = add(f"<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [{descendant}] >>")

ticked = form(14, 14, "q 1.5 w 3 7 m 6 4 l 11 11 l S Q")
dot = form(14, 14, "q 4 4 6 6 re f Q")
empty = form(14, 14, "")
frame = "/MK << /BC [0.2 0.3 0.5] /BG [0.95 0.97 1] >> /BS << /W 1 /S /S >>"
annotations, fields, labels = [], [], []


def widget(rect, rest, label=None):
    """A field or a part of one, with its place on the page."""
    reference = add(f"<< /Type /Annot /Subtype /Widget /F 4 /P 3 0 R /Rect [{' '.join(map(str, rect))}] {rest} >>")
    annotations.append(reference)
    if label:
        labels.append(f"BT /F 9 Tf {rect[0]} {rect[3] + 3} Td ({label}) Tj ET")
    return reference


def set_parent(parent, kids):
    for kid in kids:
        at = int(kid.split()[0]) - 1
        objects[at] = objects[at][:-2] + f"/Parent {parent} >>"
    return parent


def branch(name, kids, rest=""):
    return set_parent(add(f"<< /T ({name}) /Kids [{' '.join(kids)}] {rest} >>"), kids)


name = widget([40, 760, 290, 780], f"/FT /Tx /T (nome) /TU (Cognome e nome del richiedente) /Ff 2 /DA (0 0 0.4 rg /Helv 0 Tf) {frame}", "nome: size open")
code = widget([40, 720, 344, 740], f"/FT /Tx /T (codice_fiscale) /Ff 16777216 /MaxLen 16 /DA (0 g /Helv 11 Tf) {frame}", "codice fiscale: cells")
fields.append(branch("richiedente", [name, code]))
fields.append(widget([360, 720, 550, 740], f"/FT /Tx /T (iban) /Ff 16777216 /MaxLen 27 /DA (0 g /Helv 0 Tf) /Q 2", "iban: narrow cells, no frame, from the right"))
shown_twice = [
    widget([310, 760, 430, 780], f"/DA (0 g /TiRo 11 Tf) {frame}", "data: twice"),
    widget([440, 760, 550, 780], f"/Q 2 {frame}"),
]
fields.append(branch("data", shown_twice, "/FT /Tx /DA (0 g /Helv 10 Tf)"))
fields.append(widget([40, 600, 290, 700], f"/FT /Tx /T (racconto) /Ff 4096 /DA (0 g /TiRo 0 Tf) {frame}", "racconto: lines, size open"))
fields.append(widget([310, 600, 550, 700], f"/FT /Tx /T (note) /Ff 4096 /Q 1 /DA (0 g /Helv 10 Tf) /DV (prima) /V (prima) {frame}", "note: lines, centred"))
fields.append(widget([40, 560, 54, 574], f"/FT /Btn /T (consenso) /V /Off /AS /Off /AP << /N << /Accetto {ticked} /Off {empty} >> >> {frame}", "consenso"))
fields.append(widget([140, 560, 154, 574], f"/FT /Btn /T (senza_aspetto) {frame}", "box without drawings"))
radio = [
    widget([240 + 60 * at, 560, 254 + 60 * at, 574], f"/AS /Off /AP << /N << /{at} {dot} /Off {empty} >> >> {frame}", label)
    for at, label in enumerate(["casa", "gruppo", "altro"])
]
fields.append(branch("abitazione", radio, "/FT /Btn /Ff 49152 /V /Off /Opt [(Casa propria) (Gruppo appartamento) (Altro)]"))
boxes = [
    widget([440 + 50 * at, 560, 454 + 50 * at, 574], f"/AS /Off /AP << /N << /{state} {ticked} /Off {empty} >> >> {frame}", state)
    for at, state in enumerate(["si", "no"])
]
fields.append(branch("invalido", boxes, "/FT /Btn /V /Off"))
choices = "/Opt [[(L) (Legnano)] [(B) (Busto Garolfo)] [(C) (Cerro Maggiore)] [(D) (Dairago)] [(V) (Villa Cortese)]]"
fields.append(widget([40, 480, 190, 540], f"/FT /Ch /T (comune) {choices} /DA (0 g /Helv 12 Tf) {frame}", "comune: list"))
fields.append(widget([210, 520, 360, 540], f"/FT /Ch /T (comune_altro) /Ff 393216 {choices} /DA (0 g /Helv 0 Tf) {frame}", "comune: may be typed"))
fields.append(widget([500, 440, 520, 540], f"/FT /Tx /T (ruotato) /DA (0 g /Helv 10 Tf) /MK << /R 90 /BC [0] >>", "turned"))
fields.append(widget([40, 440, 190, 460], f"/FT /Tx /T (protocollo) /Ff 1 /DA (0 g /Helv 10 Tf) {frame}", "read only"))
fields.append(widget([210, 440, 360, 460], f"/FT /Tx /T (composto) /DA (0 g /Arial 10 Tf) {frame}", "font of two bytes"))
fields.append(widget([40, 400, 190, 420], f"/FT /Tx /T (maiuscole) /DA (0 g /Caps 12 Tf) {frame}", "font of capitals"))
fields.append(widget([210, 400, 360, 420], f"/FT /Tx /T (senza_carattere) /DA (0 g /Missing 10 Tf) {frame}", "font that is not there"))
fields.append(widget([380, 400, 480, 420], f"/FT /Btn /Ff 65536 /T (invia) /MK << /CA (Invia) /BC [0] >>", "push button"))

resources = f"<< /Font << /Helv {helv} /TiRo {times} /ZaDb {zadb} /Caps {capitals} /Arial {composite} >> >>"
xfa = add("", "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"/>")
acroform = add(f"<< /Fields [{' '.join(fields)}] /DR {resources} /DA (0 g /Helv 0 Tf) /XFA {xfa} >>")
contents = add("", "\n".join(labels))
objects[0] = f"<< /Type /Catalog /Pages {pages} /AcroForm {acroform} >>"
objects[1] = f"<< /Type /Pages /Kids [{page}] /Count 1 >>"
objects[2] = (
    f"<< /Type /Page /Parent {pages} /MediaBox [0 0 595 842] /Resources << /Font << /F {helv} >> >> "
    f"/Contents {contents} /Annots [{' '.join(annotations)}] >>"
)

out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
places = []
for number, body in enumerate(objects, 1):
    places.append(len(out))
    out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
start = len(out)
out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
out += f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} /ID [<0123456789ABCDEF> <0123456789ABCDEF>] >>\nstartxref\n{start}\n%%EOF\n".encode()
with open(sys.argv[1], "wb") as file:
    file.write(out)
