#!/usr/bin/env python3
"""make-fodt.py   Writes domanda.fodt: a page with one control of each kind, at places given in centimetres, so that
LibreOffice exports it as a fillable form. make.sh runs it."""
from xml.sax.saxutils import quoteattr as q

COMPONENT = "ooo:com.sun.star.form.component."
TEXT = COMPONENT + "TextField"
controls, shapes, words = [], [], []


def add(kind, name, x, y, width, height, component, words_before=None, inner="", **attributes):
    id = f"control{len(controls) + 1}"
    extra = "".join(f" form:{key.replace('_', '-')}={q(value)}" for key, value in attributes.items())
    controls.append(
        f'<form:{kind} form:name={q(name)} form:control-implementation={q(component)} xml:id="{id}" form:id="{id}"{extra}>'
        f"{inner}</form:{kind}>"
    )
    shapes.append(
        f'<draw:control text:anchor-type="page" text:anchor-page-number="1" draw:z-index="{len(controls)}" '
        f'draw:style-name="control" draw:text-style-name="letters" svg:width="{width}cm" svg:height="{height}cm" '
        f'svg:x="{x}cm" svg:y="{y}cm" draw:control="{id}"/>'
    )
    if words_before:
        write(words_before, 2, y)


def write(text, x, y):
    words.append(
        f'<draw:frame text:anchor-type="page" text:anchor-page-number="1" draw:style-name="words" svg:x="{x}cm" '
        f'svg:y="{y}cm" svg:width="6cm"><draw:text-box fo:min-height="0.5cm"><text:p>{text}</text:p></draw:text-box>'
        "</draw:frame>"
    )


add("text", "richiedente.cognome_nome", 8.5, 4, 10, 0.7, TEXT, "Cognome e nome")
add("text", "richiedente.codice_fiscale", 8.5, 5.2, 10, 0.7, TEXT, "Codice fiscale", max_length="16")
add("text", "richiedente.cap", 8.5, 6.4, 2, 0.7, TEXT, "CAP", max_length="5")
add("checkbox", "handicap_grave", 8.5, 7.6, 6, 0.6, COMPONENT + "CheckBox", "Handicap grave", label="certificato", value="si")
add("checkbox", "amministratore", 8.5, 8.6, 6, 0.6, COMPONENT + "CheckBox", "Amministratore di sostegno", label="nominato", value="si")
radio = COMPONENT + "RadioButton"
add("radio", "abitazione", 8.5, 9.8, 3, 0.6, radio, "Abitazione", label="famiglia", value="famiglia")
add("radio", "abitazione", 11.7, 9.8, 3, 0.6, radio, label="gruppo", value="gruppo")
add("radio", "abitazione", 14.9, 9.8, 3, 0.6, radio, label="autonomia", value="autonomia")
options = "".join(f"<form:option form:label={q(name)} form:value={q(name)}/>" for name in ["Legnano", "Busto Garolfo", "Cerro Maggiore"])
add("listbox", "comune", 8.5, 11, 6, 0.7, COMPONENT + "ListBox", "Comune", inner=options, dropdown="true", list_source_type="value-list")
lines = '<form:properties><form:property form:property-name="MultiLine" office:value-type="boolean" office:boolean-value="true"/></form:properties>'
add("textarea", "progetto", 8.5, 12.4, 10, 4, TEXT, "Progetto di vita", inner=lines)

print(f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:ooo="http://openoffice.org/2004/office" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Sans" fo:font-family="'Liberation Sans'" fo:font-size="11pt" fo:language="it" fo:country="IT"/></style:default-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout>
<style:style style:name="control" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" draw:stroke="solid"/></style:style>
<style:style style:name="words" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" draw:stroke="none" draw:fill="none" fo:padding="0cm" fo:border="none"/></style:style>
<style:style style:name="letters" style:family="paragraph"><style:text-properties style:font-name="Liberation Sans" fo:font-family="'Liberation Sans'" fo:font-size="11pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
<office:body><office:text>
<office:forms form:automatic-focus="false" form:apply-design-mode="false"><form:form form:name="Domanda">
{chr(10).join(controls)}
</form:form></office:forms>
{chr(10).join(words)}
{chr(10).join(shapes)}
<text:p>Domanda di accesso ai sostegni (modulo di prova)</text:p>
</office:text></office:body></office:document>""")
