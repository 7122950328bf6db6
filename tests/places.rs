//! The list of places: that it is well formed, that people find theirs in it, and how long that takes.

mod common;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use common::{rules, text};
use dopo_di_noi::application::places::{Place, PlaceFault, Places, Reading};

fn places() -> Places {
    Places::read(&text("public/places.txt")).unwrap()
}

/// Name, code, and whether it is still there, of what is found first.
fn first<'a>(places: &'a Places, typed: &str) -> (&'a str, &'a str, bool) {
    let found = places.search(typed, 1, |_| true);
    let place = found.first().unwrap_or_else(|| panic!("{typed} finds nothing"));
    (place.name(), place.code(), place.until().is_none())
}

fn names(places: &Places, typed: &str, limit: usize) -> Vec<String> {
    places.search(typed, limit, |_| true).into_iter().map(|place| place.name().to_owned()).collect()
}

#[test]
fn every_line_is_well_formed_and_says_something_new() {
    let places = places();
    assert!(places.all().len() > 10_000);
    let mut seen = BTreeSet::new();
    for place in places.all() {
        let (name, code) = (place.name(), place.code());
        assert!(seen.insert((code, name)), "{code} {name} stands twice");
        assert!(name.trim() == name && !name.contains('\u{a0}') && name.starts_with(char::is_uppercase), "{name}");
        assert_eq!(place.is_foreign(), place.province().is_none(), "{name}");
        for year in [place.since(), place.until()].into_iter().flatten() {
            assert!((1862..=2026).contains(&year), "{name}: {year}");
        }
        if let (Some(since), Some(until)) = (place.since(), place.until()) {
            assert!(since <= until, "{name}");
        }
    }
    for place in places.all().iter().step_by(23) {
        let (name, code) = (place.name(), place.code());
        assert!(places.named(name).iter().any(|found| found.code() == code), "{name} does not find itself");
        assert!(places.search(name, usize::MAX, |_| true).contains(&place), "{name}");
    }
    // One place at most is still there under a code.
    let current: Vec<&str> = places.all().iter().filter(|place| place.until().is_none()).map(Place::code).collect();
    assert_eq!(current.iter().collect::<BTreeSet<_>>().len(), current.len());
    // By name, as people look things up: words apart, letters without accents.
    let keys: Vec<String> =
        places.all().iter().map(|place| place.name().to_lowercase().replace(['\'', '-'], " ")).collect();
    let plain = keys.iter().filter(|key| key.is_ascii()).collect::<Vec<_>>();
    for pair in plain.windows(2) {
        assert!(
            pair[0].split_whitespace().collect::<String>() <= pair[1].split_whitespace().collect::<String>()
                || pair[0].split_whitespace().le(pair[1].split_whitespace()),
            "{pair:?}"
        );
    }
}

#[test]
fn accents_apostrophes_hyphens_and_capitals_do_not_matter() {
    let places = places();
    for (typed, name, code) in [
        ("forli", "Forlì", "D704"),
        ("FORLI'", "Forlì", "D704"),
        ("laquila", "L'Aquila", "A345"),
        ("l aquila", "L'Aquila", "A345"),
        ("l’aquila", "L'Aquila", "A345"),
        ("aquila", "Aquila d'Arroscia", "A344"),
        ("gorla maggiore", "Gorla Maggiore", "E101"),
        ("gorlamaggiore", "Gorla Maggiore", "E101"),
        ("solbiate a", "Solbiate Arno", "I793"),
        ("solbiate o", "Solbiate Olona", "I794"),
        ("reggio emilia", "Reggio nell'Emilia", "H223"),
        ("sant angelo lodi", "Sant'Angelo Lodigiano", "I274"),
        ("santangelo lodi", "Sant'Angelo Lodigiano", "I274"),
        ("bozen", "Bolzano", "A952"),
        ("bolzano", "Bolzano", "A952"),
        ("saint-rhemy-en", "Saint-Rhémy-en-Bosses", "H675"),
        ("Olgiate\u{a0}Olona ", "Olgiate Olona", "G028"),
        ("germania", "Germania", "Z112"),
        ("russia", "Federazione Russa", "Z154"),
        ("cina", "Repubblica Popolare Cinese", "Z210"),
        ("peru", "Perù", "Z611"),
        ("citta del vaticano", "Stato della Città del Vaticano", "Z106"),
    ] {
        let found = first(&places, typed);
        assert_eq!((found.0, found.1), (name, code), "{typed}");
    }
    assert_eq!(
        names(&places, "solbiate", 9),
        ["Solbiate", "Solbiate Arno", "Solbiate con Cagno", "Solbiate Olona", "Solbiate Arno e Monte"]
    );
    for nothing in ["", "  ", "'", "/", "zzz", "olona x", "Иван"] {
        assert_eq!(names(&places, nothing, 9), [""; 0], "{nothing}");
    }
}

#[test]
fn exact_names_come_first_then_those_still_there() {
    let places = places();
    assert_eq!(first(&places, "como"), ("Como", "C933", true));
    assert_eq!(first(&places, "re"), ("Re", "H203", true));
    // Gone since 1923, and found.
    assert_eq!(first(&places, "gorlaprecotto"), ("Gorlaprecotto", "E099", false));
    assert_eq!(places.search("gorla primo", 1, |_| true)[0].until(), Some(1920));
    // A state and the municipality that has ended, both of its name.
    let georgia = places.search("georgia", 2, |_| true);
    assert_eq!(
        georgia.iter().map(|place| (place.code(), place.until())).collect::<Vec<_>>(),
        [("Z254", None), ("Z136", Some(1994))]
    );
    for typed in ["san", "bor", "gorla", "m"] {
        let found = places.search(typed, usize::MAX, |_| true);
        let inexact = found.iter().skip_while(|place| place.name().to_lowercase() == typed);
        let there: Vec<bool> = inexact.map(|place| place.until().is_none()).collect();
        assert!(there.len() > 2 && there.is_sorted_by(|one, next| one >= next), "{typed}");
        assert_eq!(places.search(typed, 3, |_| true), found[..3]);
    }
}

#[test]
fn a_code_has_its_names_with_the_last_one_first() {
    let places = places();
    let names = |code| places.by_code(code).into_iter().map(Place::name).collect::<Vec<_>>();
    assert_eq!(names("A001"), ["Abano Terme", "Abano"]);
    assert_eq!(names("E099"), ["Gorlaprecotto", "Gorla Primo"]);
    assert_eq!(names("X999"), [""; 0]);
    assert_eq!(places.named("Abano Terme (PD)").len(), 1);
    assert!(places.named("Abano T").is_empty() && places.named("").is_empty() && places.named("(PD)").is_empty());
}

#[test]
fn the_municipalities_of_the_notice_are_found() {
    let places = places();
    let notice = rules("medio-olona-2024").notice;
    assert_eq!(notice.municipalities.len(), 7);
    for town in &notice.municipalities {
        assert_eq!(first(&places, &town.name), (town.name.as_str(), town.code.as_str(), true));
        assert_eq!(places.by_code(&town.code)[0].name(), town.name);
        assert_eq!(places.by_code(&town.code)[0].province(), Some("VA"));
    }
}

#[test]
fn a_broken_line_is_a_fault_with_its_number() {
    let good = "# words\n\nAbano;PD;A001;1866-1924\nAbano Terme;PD;A001;1924-\nGermania;;Z112\n";
    let places = Places::read(good).unwrap();
    assert_eq!(places.all().len(), 3);
    assert_eq!((places.all()[0].since(), places.all()[0].until()), (Some(1866), Some(1924)));
    assert_eq!((places.all()[1].since(), places.all()[1].until()), (Some(1924), None));
    assert!(places.all()[2].is_foreign() && places.all()[2].province().is_none());
    for bad in [
        "Abano",
        "Abano;PD",
        "Abano;PD;",
        "Abano;PD;A01",
        "Abano;PD;a001",
        "Abano;PD;A0011",
        "Abano;PD;AÀ1",
        ";PD;A001",
        "Abano/;PD;A001",
        "Abano;P;A001",
        "Abano;pd;A001",
        "Abano;PD;A001;",
        "Abano;PD;A001;1924",
        "Abano;PD;A001;x-",
        "Abano;PD;A001;1924--",
        "Abano;PD;A001;-99999",
        "Abano;PD;A001;+924-",
        "Abano;PD;A001;-99",
        "Abano;PD;A001;1-2;3",
    ] {
        let fault = Places::read(&format!("{good}{bad}\n{good}")).expect_err(bad);
        assert_eq!(fault, PlaceFault { line: 6 }, "{bad}");
        assert!(fault.to_string().starts_with("riga 6: "));
    }
}

/// Under a second, whatever the machine: the figures themselves are printed.
#[test]
fn read_in_parts_it_is_the_same_list() {
    let whole = text("public/places.txt");
    for count in [1, 499, 500, 20_000] {
        let (mut reading, mut parts) = (Reading::of(&whole), 1);
        while reading.go_on(count).unwrap() {
            parts += 1;
        }
        assert_eq!(reading.places(), Places::read(&whole).unwrap(), "{count} lines at a time");
        assert_eq!(parts, whole.lines().count() / count + 1, "{count} lines at a time");
    }
    let mut broken = Reading::of("Milano;MI;F205\nRoma;RM;H501\nQui\n");
    assert_eq!(broken.go_on(2), Ok(true));
    assert_eq!(broken.go_on(2), Err(PlaceFault { line: 3 }));
}

#[test]
fn searching_keeps_up_with_typing() {
    let text = text("public/places.txt");
    let fastest = |work: &dyn Fn()| {
        let times = (0..20).map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        });
        times.min().unwrap_or(Duration::MAX)
    };
    let places = places();
    let read = fastest(&|| drop(Places::read(&text)));
    let mut worst = (Duration::ZERO, "");
    for typed in ["a", "s", "di", "san", "san giovanni", "di san e a", "s s s s s s", "zzzzzzzz", "sant'angelo", "e o"]
    {
        worst = worst.max((fastest(&|| drop(places.search(typed, 10, |_| true))), typed));
    }
    println!("read: {} µs; slowest search: {} µs for «{}»", read.as_micros(), worst.0.as_micros(), worst.1);
    assert!(read < Duration::from_secs(1) && worst.0 < Duration::from_millis(200));
}
