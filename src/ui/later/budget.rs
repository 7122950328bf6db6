//! The budget of several residents of one dwelling: its costs once, each person's own, shares to the cent.

use super::super::parts::html::{Node, el, p, section, text, view_node};
use super::super::parts::{Kept, backward, button, cited, heading, onward};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{Changes, bar, calculations, choice_of, figure_field, table};
use crate::answers::truth::wanted_question;
use crate::answers::{Answer, Draft};
use crate::application::Aside;
use crate::assess::{Balance, BudgetState, Resident, sheet};
use crate::browser::window;
use crate::money::Euro;
use crate::programme::{Budget, Question, Rules};
use crate::text::words::{ahead as words, page, state};
use crate::text::{self as wording, ahead, say};

/// The page with the sheet; empty where the programme has no budget rule.
pub fn budget(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let Some(rule) = &rules.programme.budget else { return Vec::new() };
    let (count, changes) = (Changes::new(), Changes::new());
    let kept = |aside: Aside, key: &str| {
        let (get, set) = (key.to_owned(), key.to_owned());
        Kept::new(
            move || session.raw_aside(aside, &get),
            move |raw| {
                session.set_aside(aside, &set, raw);
                changes.add();
            },
        )
    };
    let asked = session.asked();
    if !rule.sheet.own.iter().any(|id| asked.contains(id)) {
        let choose = Page::Trial(wanted_question(&rules));
        return vec![
            backward(session, &Page::Result),
            heading(&session.say(page::SHEET)),
            text("p", "lead", &session.say(page::SHEET_NOTHING)),
            el("p", "buttons", vec![onward(&choose, &session.say(page::SHEET_CHOOSE))]),
        ];
    }
    let fields = rule.sheet.dwelling.iter().filter(|id| asked.contains(id)).filter_map(|id| rules.question(id));
    let dwelling = fields.map(|question| {
        let label = wording::capital(say(&question.short));
        figure_field(
            session,
            format!("dwelling-{}", question.id),
            &label,
            question,
            &kept(Aside::Dwelling, &question.id),
        )
    });
    let dwelling = el("div", "columns", dwelling.collect());
    let counted = rule.residents.clone();
    let numbers: Vec<(String, String)> =
        between(&rules, rule).map(|number| (number.to_string(), number.to_string())).collect();
    let how_many = choice_of(
        "residents".into(),
        &session.say(page::SHEET_RESIDENTS),
        &numbers,
        &residents(session, &rules).to_string(),
        move |chosen| {
            session.set_aside(Aside::Dwelling, &counted, &chosen);
            count.add();
            changes.add();
        },
    );
    let persons = count.shown(move || person_fields(session, changes), String::new);
    let result = changes.shown(move || figures(session), move || said(session));
    vec![
        backward(session, &Page::Result),
        heading(&session.say(page::SHEET)),
        text("p", "lead", &session.say(page::SHEET_LEAD)),
        el(
            "div",
            "wide inputs",
            vec![
                section("dwelling", &session.say(page::SHEET_DWELLING), vec![how_many, dwelling]),
                section("persons", &session.say(page::SHEET_PERSONS), vec![persons]),
            ],
        ),
        el("div", "wide", vec![section("figures", &session.say(page::SHEET_FIGURES), vec![result])]),
        cited(session, &rule.source),
        el("p", "buttons", vec![button(&session.say(page::PRINT), window::print)]),
    ]
}

/// How many residents a sheet can have.
fn between(rules: &Rules, rule: &Budget) -> std::ops::RangeInclusive<u32> {
    let number = |id: &str| u32::try_from(rules.count(id)).unwrap_or(1);
    number(&rule.sheet.from)..=number(&rule.sheet.to)
}

/// How many residents the sheet has: as picked here, or as answered where a sheet can have so many.
fn residents(session: Session, rules: &Rules) -> u32 {
    let Some(rule) = &rules.programme.budget else { return 0 };
    let range = between(rules, rule);
    let picked = session.answers_aside(Aside::Dwelling).count(&rule.residents);
    picked.unwrap_or(*range.start()).clamp(*range.start(), *range.end())
}

/// What was typed for a resident. The first one is the person that the answers are about.
fn of_resident(session: Session, at: usize, key: &str) -> Option<String> {
    match at {
        0 => session.raw_aside(Aside::Resident(0), key),
        _ => session.typed_aside(Aside::Resident(at), key),
    }
}

/// The key of what a resource brings: never that of a question.
fn brought(resource: &str) -> String {
    format!("brought:{resource}")
}

/// One group of fields for each resident.
fn person_fields(session: Session, changes: Changes) -> Vec<Node> {
    let rules = session.rules();
    let Some(rule) = &rules.programme.budget else { return Vec::new() };
    let money = |id: &str| rules.question(id);
    let group = |at: usize| {
        let field = |key: &str, label: &str, question: &Question| {
            let (get, set) = (key.to_owned(), key.to_owned());
            let kept = Kept::new(
                move || of_resident(session, at, &get),
                move |raw| {
                    session.set_aside(Aside::Resident(at), &set, raw);
                    changes.add();
                },
            );
            let id = key.trim_start_matches("brought:");
            figure_field(session, format!("resident-{at}-{id}"), label, question, &kept)
        };
        let own = rule.sheet.own.iter().filter_map(|id| money(id));
        let own = own.map(|question| field(&question.id, &wording::capital(say(&question.short)), question));
        // What is brought is an amount of money like any cost, and is typed like one.
        let like = money(&rule.budget);
        let all = rule.sheet.resources.iter().filter_map(|resource| {
            let label = format!("{} {}", &session.say(page::SHEET_MONTHLY), say(&resource.label));
            Some(field(&brought(&resource.id), &label, like?))
        });
        let legend = text("legend", "", &ahead::resident(session.voice(), at + 1));
        el("fieldset", "", std::iter::once(legend).chain(own).chain(all).collect())
    };
    let groups = (0..residents(session, &rules) as usize).map(group).collect();
    vec![el("div", "columns", groups)]
}

/// The sheet for what is typed.
fn reckoned(session: Session, rules: &Rules) -> Option<crate::assess::Sheet> {
    let rule = rules.programme.budget.as_ref()?;
    let typed = |at: usize, key: &str, question: &str| -> Option<Euro> {
        let raw = of_resident(session, at, key)?;
        match Draft::understand(rules.question(question)?, &raw, session.today()) {
            Ok(Some(Answer::Money(amount))) => Some(amount),
            _ => None,
        }
    };
    let resident = |at: usize| Resident {
        own: (rule.sheet.own.iter()).filter_map(|id| Some((id.clone(), typed(at, id, id)?))).collect(),
        resources: rule.sheet.resources.iter().map(|one| typed(at, &brought(&one.id), &rule.budget)).collect(),
    };
    let all: Vec<Resident> = (0..residents(session, rules) as usize).map(resident).collect();
    sheet(rules, &session.answers_aside(Aside::Dwelling), &all)
}

/// The table, and for each resident a bar and a sentence.
fn figures(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let (Some(sheet), Some(limit)) = (reckoned(session, &rules), limit(&rules)) else { return Vec::new() };
    let mut nodes = Vec::new();
    if !sheet.missing.is_empty() {
        nodes.push(p(&format!("{}: {}.", &session.say(state::MISSING), wording::questions(&rules, &sheet.missing))));
    }
    nodes.push(table(&ahead::sheet_table(&rules, &sheet, limit), &[]));
    let shared = sheet.shared.iter().map(|line| &line.row);
    nodes.extend(calculations(session, &rules, &session.say(page::SHEET_DWELLING), shared));
    let persons = sheet.residents.iter().enumerate();
    nodes.extend(
        persons.clone().filter_map(|(at, one)| {
            calculations(session, &rules, &ahead::resident(session.voice(), at + 1), &one.rows)
        }),
    );
    let balances = persons.map(|(at, one)| (ahead::resident(session.voice(), at + 1), one.balance));
    for (name, balance) in balances.chain([(session.say(words::DWELLING), sheet.together)]) {
        nodes.push(text("h3", "", &name));
        nodes.push(part_bar(&balance, limit));
        let class = if balance.state == BudgetState::Over { "alert alert-warning" } else { "" };
        nodes.push(text("p", class, &ahead::balance(session.voice(), &balance, limit)));
    }
    nodes
}

/// The programme's part of a budget, with the limit marked.
pub fn part_bar(balance: &Balance, limit: crate::money::Share) -> Node {
    let all = (balance.programme + balance.resources).decimal();
    let part = (balance.programme.decimal() * rust_decimal::Decimal::ONE_HUNDRED).checked_div(all);
    match (balance.state, part) {
        (BudgetState::Unknown, _) | (_, None) => view_node(()),
        (state, Some(part)) => {
            let class = if state == BudgetState::Over { "part over" } else { "part" };
            bar(class, part.round_dp(2).to_string(), Some(limit.percent().to_string()))
        }
    }
}

fn limit(rules: &Rules) -> Option<crate::money::Share> {
    rules.share(&rules.programme.budget.as_ref()?.limit)
}

/// What is announced: how the whole dwelling stands.
fn said(session: Session) -> String {
    let rules = session.rules();
    let sheet = reckoned(session, &rules);
    sheet
        .zip(limit(&rules))
        .map(|(sheet, limit)| ahead::balance(session.voice(), &sheet.together, limit))
        .unwrap_or_default()
}
