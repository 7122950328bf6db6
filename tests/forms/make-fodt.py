#!/usr/bin/env python3
"""make-fodt.py NAME   Writes a page with controls at places given in centimetres, so that LibreOffice exports it as a
fillable form: `domanda` has one of each kind, `modulo` is the form of the made-up notice. make.sh runs it."""
import sys
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


radio = COMPONENT + "RadioButton"
box = COMPONENT + "CheckBox"
lines = '<form:properties><form:property form:property-name="MultiLine" office:value-type="boolean" office:boolean-value="true"/></form:properties>'


def buttons(name, y, words_before, values):
    for at, value in enumerate(values):
        add("radio", name, 8.5 + 3.2 * at, y, 3, 0.6, radio, words_before if at == 0 else None, label=value, value=value)


def listbox(name, y, words_before, names):
    options = "".join(f"<form:option form:label={q(name)} form:value={q(name)}/>" for name in names)
    add("listbox", name, 8.5, y, 6, 0.7, COMPONENT + "ListBox", words_before, inner=options, dropdown="true", list_source_type="value-list")


def domanda():
    add("text", "richiedente.cognome_nome", 8.5, 4, 10, 0.7, TEXT, "Cognome e nome")
    add("text", "richiedente.codice_fiscale", 8.5, 5.2, 10, 0.7, TEXT, "Codice fiscale", max_length="16")
    add("text", "richiedente.cap", 8.5, 6.4, 2, 0.7, TEXT, "CAP", max_length="5")
    add("checkbox", "handicap_grave", 8.5, 7.6, 6, 0.6, box, "Handicap grave", label="certificato", value="si")
    add("checkbox", "amministratore", 8.5, 8.6, 6, 0.6, box, "Amministratore di sostegno", label="nominato", value="si")
    buttons("abitazione", 9.8, "Abitazione", ["famiglia", "gruppo", "autonomia"])
    listbox("comune", 11, "Comune", ["Legnano", "Busto Garolfo", "Cerro Maggiore"])
    add("textarea", "progetto", 8.5, 12.4, 10, 4, TEXT, "Progetto di vita", inner=lines)
    return "Domanda di accesso ai sostegni (modulo di prova)"


def modulo():
    add("text", "beneficiario.cognome_nome", 8.5, 4, 10, 0.7, TEXT, "Persona con disabilità")
    add("text", "beneficiario.codice_fiscale", 8.5, 5.2, 10, 0.7, TEXT, "Codice fiscale", max_length="16")
    add("text", "beneficiario.nascita", 8.5, 6.4, 4, 0.7, TEXT, "Data di nascita", max_length="10")
    listbox("beneficiario.residenza", 7.6, "Comune di residenza", ["Valle Alta", "Valle Bassa"])
    add("text", "richiedente.cognome_nome", 8.5, 8.8, 10, 0.7, TEXT, "Chi presenta la domanda")
    add("text", "richiedente.telefono", 8.5, 10, 4, 0.7, TEXT, "Telefono")
    buttons("richiedente.qualita", 11.2, "In qualità di", ["persona", "familiare", "tutore"])
    add("checkbox", "certificato_104", 8.5, 12.4, 6, 0.6, box, "Certificato legge 104", label="rilasciato", value="si")
    add("checkbox", "senza_genitori", 8.5, 13.4, 6, 0.6, box, "Mancano i genitori", label="sì", value="si")
    buttons("casa", 14.4, "Casa", ["famiglia", "altrove"])
    add("text", "canone", 8.5, 15.6, 4, 0.7, TEXT, "Canone mensile")
    add("text", "contributo", 8.5, 16.8, 4, 0.7, TEXT, "Contributo indicato per l'anno")
    add("textarea", "sostegni", 8.5, 18, 10, 2.5, TEXT, "Sostegni richiesti", inner=lines)
    add("text", "luogo", 8.5, 21, 6, 0.7, TEXT, "Luogo")
    add("text", "data", 8.5, 22.2, 4, 0.7, TEXT, "Data")
    add("text", "protocollo", 8.5, 23.4, 4, 0.7, TEXT, "Protocollo (lo scrive l'ufficio)")
    return "Ambito Valle Inventata: domanda (modulo di prova)"


title = {"domanda": domanda, "modulo": modulo}[sys.argv[1]]()

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
<text:p>{title}</text:p>
</office:text></office:body></office:document>""")
