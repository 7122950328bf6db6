//! The table: every key that a notice's file may hold, in the order in which the form asks for it and the file is written.

use super::{Field, Kind, Part, Row};

const fn needed(key: &'static str, label: &'static str, help: &'static str, kind: Kind) -> Field {
    Field { key, label, help, needed: true, kind }
}

const fn maybe(key: &'static str, label: &'static str, help: &'static str, kind: Kind) -> Field {
    Field { key, label, help, needed: false, kind }
}

/// A text in its three readings.
pub const TEXT: &[Field] = &[
    needed("it", "Italiano", "", Kind::Long),
    needed("facile", "Italiano facile da leggere", "Frasi corte, parole comuni, numeri in cifre.", Kind::Long),
    needed("en", "Inglese", "", Kind::Long),
];

/// Where something is said.
pub const SOURCE: &[Field] = &[
    needed("document", "Documento", "", Kind::Cited),
    needed("section", "Titolo del paragrafo", "Come è stampato nel documento.", Kind::Words),
    needed("page", "Pagina", "", Kind::Page),
    maybe(
        "reading",
        "Quanto è chiaro",
        "",
        Kind::Choice(&[
            ("stated", "Il documento lo dice"),
            ("inferred", "Si può leggere in più modi: questa è la lettura scelta"),
            ("unstated", "Il documento non lo dice"),
        ]),
    ),
];

const OFFICE: &[Field] = &[
    needed("name", "Nome dell'ufficio", "Come lo conoscono le persone.", Kind::Words),
    maybe("address", "Indirizzo", "Via, numero, CAP, paese.", Kind::Words),
    maybe("telephone", "Telefono", "", Kind::Words),
    maybe("email", "E-mail", "", Kind::Words),
    maybe("pec", "PEC", "", Kind::Words),
    maybe("web", "Sito", "Senza https://, per esempio www.esempio.it", Kind::Words),
    maybe("hours", "Orari", "Per esempio: lunedì e giovedì, 9-12.", Kind::Words),
];

const MUNICIPALITIES: Row = Row {
    one: "Comune",
    add: "Aggiungi un Comune",
    kind: Kind::Object(&[
        needed("name", "Nome", "", Kind::Words),
        needed("code", "Codice catastale", "Una lettera e tre cifre, per esempio A001.", Kind::Words),
        needed("postal_code", "CAP", "", Kind::Words),
    ]),
    named_by: "name",
};

const WINDOW: &[Field] = &[
    needed(
        "kind",
        "Che cosa chiude i tempi",
        "",
        Kind::Choice(&[
            ("until_exhausted", "La fine dei fondi"),
            ("deadline", "Una scadenza"),
            ("information", "Niente: non c'è una domanda da presentare"),
        ]),
    ),
    maybe("from", "Primo giorno", "Giorno, mese e anno: 01/10/2026.", Kind::Date),
    maybe("until", "Ultimo giorno", "Giorno, mese e anno: 15/12/2026.", Kind::Date),
    needed("text", "La frase per chi legge", "", Kind::Text),
    needed("source", "Dove sta scritto", "", Kind::Source),
];

const RESOURCES: &[Field] = &[
    needed("amount", "Fondi in euro", "Per esempio 216.660,21.", Kind::Euro),
    needed("source", "Dove sta scritto", "", Kind::Source),
];

const CITED: Row = Row {
    one: "Documento",
    add: "Aggiungi un documento",
    kind: Kind::Object(&[
        needed("id", "Sigla", "La usano le fonti. Lettere minuscole, cifre e trattini: avviso-locale.", Kind::Words),
        needed("name", "Come chiamarlo in una frase", "", Kind::Text),
        needed("title", "Titolo completo", "Con numero e data dell'atto.", Kind::Words),
    ]),
    named_by: "title",
};

const LOWERED: Row = Row {
    one: "Importo",
    add: "Cambia un importo",
    kind: Kind::Object(&[
        needed("number", "Quale importo", "", Kind::Number),
        needed("value", "Quanto vale in questo avviso", "", Kind::NumberValue),
        needed("source", "Dove sta scritto", "", Kind::Source),
    ]),
    named_by: "number",
};

const REMARKS: Row = Row {
    one: "Regola",
    add: "Aggiungi una regola",
    kind: Kind::Object(&[
        needed("text", "Che cosa sapere o fare", "", Kind::Text),
        maybe(
            "when",
            "Solo in certi casi",
            "Una condizione sulle risposte, nel linguaggio del file (JSON).",
            Kind::Json,
        ),
        needed("source", "Dove sta scritto", "", Kind::Source),
        needed("id", "Sigla", "Lettere minuscole, cifre e _. Diversa dalle altre del capitolo.", Kind::Words),
    ]),
    named_by: "text.it",
};

const CHAPTERS: Row = Row {
    one: "Capitolo",
    add: "Aggiungi un capitolo",
    kind: Kind::Object(&[
        needed("title", "Titolo", "", Kind::Text),
        needed("remarks", "Regole", "", Kind::List(&REMARKS)),
        needed("id", "Sigla", "Lettere minuscole, cifre e _. Diversa da quelle del programma.", Kind::Words),
    ]),
    named_by: "title.it",
};

const NUMBERS: Row = Row { one: "Numero", add: "Aggiungi un numero", kind: Kind::Json, named_by: "id" };
const REQUIREMENTS: Row =
    Row { one: "Requisito", add: "Aggiungi un requisito", kind: Kind::Json, named_by: "label.it" };
const ATTACHMENTS: Row = Row {
    one: "Documento da portare",
    add: "Aggiungi un documento da portare",
    kind: Kind::Json,
    named_by: "label.it",
};

/// The folds of the form, in order.
pub const PARTS: &[Part] = &[
    Part {
        id: "part-office",
        title: "L'ufficio",
        lead: "A chi si rivolgono le persone. Compare in ogni pagina, anche quando qualcosa non funziona.",
        fields: &[needed("office", "", "", Kind::Object(OFFICE))],
    },
    Part {
        id: "part-notice",
        title: "L'avviso",
        lead: "Come si chiama e per chi è.",
        fields: &[
            needed(
                "id",
                "Sigla dell'avviso",
                "È anche il nome del file: lettere minuscole, cifre e trattini.",
                Kind::Words,
            ),
            needed(
                "version",
                "Versione",
                "Il giorno di oggi, ogni volta che cambi qualcosa: chi ha la pagina aperta viene avvisato solo così.",
                Kind::Date,
            ),
            needed("extends", "Programma regionale", "Da lì vengono domande, requisiti e importi.", Kind::Programme),
            maybe("follows", "Avviso di prima", "La sigla dell'avviso di cui questo prende il posto.", Kind::Words),
            needed("title", "Titolo", "", Kind::Text),
            needed("territory", "Territorio", "Per esempio: Ambito di Valle Alta.", Kind::Words),
        ],
    },
    Part {
        id: "part-municipalities",
        title: "I Comuni",
        lead: "Chi abita qui può fare domanda.",
        fields: &[needed("municipalities", "", "", Kind::List(&MUNICIPALITIES))],
    },
    Part {
        id: "part-channel",
        title: "Come si fa domanda",
        lead: "Dove e come si consegna, e che cosa contiene il modulo.",
        fields: &[
            needed("channel", "Dove e come si consegna", "", Kind::Text),
            needed("channel_source", "Dove sta scritto", "", Kind::Source),
            maybe("asks_iban", "La domanda chiede l'IBAN", "", Kind::Flag),
            maybe(
                "answers_file",
                "Dove stanno le risposte",
                "Un archivio che accetta solo PDF/A-2a le vuole in un file a parte.",
                Kind::Choice(&[("inside", "Dentro il PDF"), ("beside", "In un file accanto al PDF")]),
            ),
        ],
    },
    Part {
        id: "part-window",
        title: "I tempi",
        lead: "Da quando e fino a quando si può fare domanda.",
        fields: &[needed("window", "", "", Kind::Object(WINDOW))],
    },
    Part {
        id: "part-resources",
        title: "I fondi",
        lead: "Se l'avviso non dice quanti sono, lascia vuoto.",
        fields: &[maybe("resources", "", "", Kind::Object(RESOURCES))],
    },
    Part {
        id: "part-lowered",
        title: "Gli importi",
        lead: "Valgono quelli della Regione. Qui stanno solo quelli che l'avviso cambia: un massimale regionale si può abbassare, non alzare.",
        fields: &[maybe("lowered", "", "", Kind::List(&LOWERED))],
    },
    Part {
        id: "part-cited",
        title: "I documenti citati",
        lead: "Gli atti da cui vengono le regole, oltre a quelli del programma.",
        fields: &[maybe("cited", "", "", Kind::List(&CITED))],
    },
    Part {
        id: "part-chapters",
        title: "Le altre regole",
        lead: "Regole che nessuna risposta cambia: chi presenta la domanda, i controlli, quando il sostegno finisce.",
        fields: &[maybe("chapters", "", "", Kind::List(&CHAPTERS))],
    },
    Part {
        id: "part-privacy",
        title: "I dati personali",
        lead: "Come l'ufficio tratta i dati di chi fa domanda. Dove non c'è una domanda da presentare, lascia vuoto.",
        fields: &[
            maybe("privacy", "L'informativa in breve", "", Kind::Text),
            maybe("privacy_source", "Dove sta scritto", "", Kind::Source),
        ],
    },
    Part {
        id: "part-rare",
        title: "Casi particolari",
        lead: "Servono a pochi avvisi e si scrivono nel linguaggio del file (JSON), meglio con chi cura il sito.",
        fields: &[
            maybe("numbers", "Numeri di questo avviso", "Li usano i suoi requisiti.", Kind::List(&NUMBERS)),
            maybe(
                "requirements",
                "Requisiti di questo avviso",
                "Oltre a quelli del programma.",
                Kind::List(&REQUIREMENTS),
            ),
            maybe("attachments", "Documenti chiesti qui", "Oltre a quelli del programma.", Kind::List(&ATTACHMENTS)),
            maybe(
                "official_form",
                "Modulo ufficiale da compilare",
                "Il PDF sta accanto al file dell'avviso.",
                Kind::Json,
            ),
            maybe("$schema", "Schema del file", "Per chi lo apre con un programma per scrivere codice.", Kind::Words),
        ],
    },
];
