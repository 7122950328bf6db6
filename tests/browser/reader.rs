//! The whole path for somebody who has neither eyes for the page nor a pointer: what is there is read in the tree that
//! the browser gives to assistive technology, by role, name and state, and done to what stands in it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::access::held;
use crate::browser::{Browser, ENTER, Given, TAB};
use crate::common::text;
use crate::path::REAL_CASE;
use crate::tree::{Node, Tree};

const PATIENCE: Duration = Duration::from_secs(20);
const DOWN: &str = "\u{e015}";
/// Ctrl+A and Backspace.
const EMPTY: &str = "\u{e009}a\u{e000}\u{e003}";

/// A person with such a reader, at the page.
struct Reader {
    browser: Browser,
}

impl Reader {
    async fn open() -> Self {
        let browser = Browser::open(1280, 900).await;
        browser.go("").await;
        let reader = Self { browser };
        reader.browser.tools("DOM.enable", json!({})).await;
        reader
    }

    /// Waits until the tree is as wanted.
    async fn until(&self, what: &str, is: impl Fn(&Tree) -> bool) -> Tree {
        let started = Instant::now();
        loop {
            let tree = Tree::read(&self.browser).await;
            if is(&tree) {
                return tree;
            }
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}:\n{}", tree.told());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for a step to be there and its heading to have the focus, and checks it.
    async fn step(&self, what: &str, is: impl Fn(&Tree) -> bool) -> Tree {
        let arrived = |tree: &Tree| {
            let first = tree.all(|node| node.is("heading") && node.state("level") == "1");
            first.len() == 1 && first[0].state("focused") == "true" && is(tree)
        };
        let tree = self.until(what, arrived).await;
        tree.check(what);
        self.no_id_twice(what).await;
        tree
    }

    async fn at(&self, address: &str) -> Tree {
        self.step(address, |tree| tree.address() == address).await
    }

    /// Two things of one id would make names and descriptions lead to the wrong one.
    async fn no_id_twice(&self, step: &str) {
        let script = "const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
                      return ids.filter((id, at) => !id || ids.indexOf(id) !== at)";
        assert_eq!(self.browser.run(script).await, json!([]), "{step}: ids used twice");
    }

    /// Does what a node is for, as a screen reader does it.
    async fn press(&self, node: &Node) {
        self.on(node, "function () { this.click(); }").await;
    }

    async fn on(&self, node: &Node, function: &str) {
        let found = self.browser.tools("DOM.resolveNode", json!({"backendNodeId": node.backend})).await;
        let call = json!({"objectId": found["object"]["objectId"], "functionDeclaration": function});
        self.browser.tools("Runtime.callFunctionOn", call).await;
    }

    /// Goes to a field and types over what stands there.
    async fn type_into(&self, node: &Node, typed: &str) {
        self.browser.tools("DOM.focus", json!({"backendNodeId": node.backend})).await;
        self.browser.press(EMPTY).await;
        if !typed.is_empty() {
            self.browser.press(typed).await;
        }
    }

    /// Presses what is ticked or chosen, and hears that it is.
    async fn tick(&self, node: &Node) {
        self.press(node).await;
        let (role, name) = (node.role.clone(), node.name.clone());
        let is = |one: &Node| one.role == role && one.name == name && one.state("checked") == "true";
        let tree = self.until("it is ticked", |tree| tree.0.iter().any(is)).await;
        if node.is("radio") {
            assert_eq!(
                tree.all(|one| one.is("radio") && one.state("checked") == "true").len(),
                1,
                "two choices at once"
            );
        }
    }

    /// Opens one after the other whatever can be opened, and hears that it is open.
    async fn open_all(&self) -> Tree {
        loop {
            let tree = Tree::read(&self.browser).await;
            let closed = |node: &Node| node.is("DisclosureTriangle") && node.state("expanded") == "false";
            let all = tree.all(closed);
            let Some(first) = all.first() else { return tree };
            self.press(first).await;
            let left = all.len();
            // What is inside may bring further ones.
            let opened =
                |tree: &Tree| tree.0.iter().any(|one| one.backend == first.backend && one.state("expanded") == "true");
            self.until(&format!("{} open, {left} left", first.name), opened).await;
        }
    }

    /// The button that ends a form: the first one.
    async fn go_on(&self) {
        let tree = Tree::read(&self.browser).await;
        let form = tree.one("form");
        let buttons: Vec<_> = tree.inside(form).into_iter().filter(|one| one.is("button")).collect();
        self.press(buttons[0]).await;
    }

    /// Goes on with something wrong: it is announced, in the description of what is wrong, and led to.
    async fn refused(&self, wrong: &str) {
        self.go_on().await;
        let alerted = |tree: &Tree| {
            tree.all(|one| one.is("alert") && one.state("focused") == "true" && !tree.words(one).is_empty()).len() == 1
        };
        let tree = self.until("an alert that has the focus", alerted).await;
        let alert = tree.one("alert");
        let inside = tree.inside(alert);
        let link = inside.iter().find(|one| one.is("link")).expect("the alert leads to the field");
        let fields = tree.all(|one| (one.is("textbox") || one.is("group")) && one.description.contains(&link.name));
        assert!(!fields.is_empty(), "{wrong}: nothing is described by «{}»:\n{}", link.name, tree.told());
        if fields[0].is("textbox") {
            assert_eq!(fields[0].state("invalid"), "true", "{wrong}");
        }
        self.press(link).await;
        let led = |tree: &Tree| {
            tree.0.iter().any(|one| ["textbox", "radio"].contains(&one.role.as_str()) && one.state("focused") == "true")
        };
        self.until("the field that is wrong", led).await;
    }
}

fn data() -> (Value, Value) {
    let read = |path| serde_json::from_str(&text(path)).unwrap();
    (read("public/programmes/dopo-di-noi-lombardia-2024.json"), read("public/notices/medio-olona-2024.json"))
}

/// At which place an answer stands among those offered, by the data that the page is made from.
fn place(question: &Value, notice: &Value, value: &str) -> usize {
    let (list, key) = match question["kind"].as_str().unwrap() {
        "municipality" => (&notice["municipalities"], "code"),
        _ => (&question["choices"], "value"),
    };
    list.as_array().unwrap().iter().position(|one| one[key] == value).unwrap()
}

async fn answer(reader: &Reader, tree: &Tree, question: &Value, notice: &Value, given: &Given<'_>) {
    match given {
        Given::Chosen(value) => {
            let choices = tree.roles("radio");
            assert!(choices.iter().all(|one| one.around.iter().any(|at| tree.0[*at].name == tree.heading().name)));
            reader.tick(choices[place(question, notice, value)]).await;
        }
        Given::Ticked(places) => {
            for place in *places {
                reader.tick(tree.roles("checkbox")[*place]).await;
            }
        }
        Given::Typed(typed) => {
            let field = tree.one("textbox");
            assert_eq!(field.name, tree.heading().name);
            // A count needs no hint; how to write a date or an amount does.
            assert!(question["kind"] == "count" || !field.description.is_empty(), "no hint: {field:?}");
            reader.type_into(field, typed).await;
            reader.until("what was typed", |tree| tree.one("textbox").value == *typed).await;
        }
        Given::Unknown => {
            let form = tree.one("form");
            let buttons: Vec<_> = tree.inside(form).into_iter().filter(|one| one.is("button")).collect();
            reader.press(buttons.last().unwrap()).await;
            return;
        }
    }
    reader.go_on().await;
}

#[tokio::test]
async fn the_path_by_roles_names_and_states_alone() {
    let reader = Reader::open().await;
    let (programme, notice) = data();
    let questions = programme["questions"].as_array().unwrap();

    // Nobody moved the focus here yet.
    let first = format!("/domanda/{}", questions[0]["id"].as_str().unwrap());
    let tree = reader.until("the start", |tree| tree.0.iter().any(|node| node.leads_to(&first))).await;
    tree.check("start");
    reader.press(tree.link(&first)).await;

    let mut titles = vec![tree.one("RootWebArea").name.clone()];
    let mut wrong = vec!["radio", "textbox"];
    loop {
        let before = titles.last().cloned().unwrap();
        let tree = reader.step("another step", |tree| tree.one("RootWebArea").name != before).await;
        titles.push(tree.one("RootWebArea").name.clone());
        let Some(id) = tree.question() else { break };
        let question = questions.iter().find(|one| one["id"] == id.as_str()).unwrap();
        // The first of each kind: gone on from with nothing in it.
        if let Some(at) = wrong.iter().position(|role| !tree.roles(role).is_empty()) {
            reader.refused(&format!("nothing at {id}")).await;
            wrong.remove(at);
        }
        let opened = reader.open_all().await;
        opened.check(&id);
        let given = REAL_CASE.iter().find(|(one, _)| *one == id).map_or(&Given::Unknown, |(_, given)| given);
        answer(&reader, &opened, question, &notice, given).await;
    }
    assert!(titles.len() > REAL_CASE.len() && wrong.is_empty(), "{titles:?}");

    let review = reader.at("/riepilogo").await;
    let (terms, told) = (review.roles("term").len(), review.roles("definition").len());
    assert!(terms > REAL_CASE.len() && told >= terms, "{}", review.told());
    let change = |id: &str| review.all(|node| node.leads_to(&format!("/domanda/{id}"))).len();
    for (id, _) in &REAL_CASE {
        assert_eq!(change(id), 1, "{id} cannot be changed");
    }
    reader.press(review.link("/risultato")).await;

    reader.at("/risultato").await;
    let result = reader.open_all().await;
    result.check("result, everything open");
    assert!(result.roles("region").len() > 3 && !result.roles("table").is_empty(), "{}", result.told());
    reader.press(result.link("/confronto")).await;

    // Figures that follow what is typed: heard after a pause.
    let comparison = reader.at("/confronto").await;
    reader.type_into(comparison.roles("textbox")[1], "250").await;
    let said = |tree: &Tree| tree.roles("status").iter().any(|one| !tree.words(one).is_empty());
    let comparison = reader.until("the announcement", said).await;
    assert!(comparison.roles("status").iter().all(|one| one.state("live") == "polite"));
    comparison.check("a comparison with another rent");
    reader.press(comparison.link("/risultato")).await;

    let result = reader.at("/risultato").await;
    reader.press(result.link("/documenti")).await;
    let documents = reader.at("/documenti").await;
    reader.tick(documents.roles("checkbox")[0]).await;
    reader.press(documents.link("/dati")).await;

    let details = reader.at("/dati").await;
    let town = |node: &Node| node.is("combobox") && node.state("autocomplete") == "list";
    let born = details.all(town)[0].clone();
    // The postal code of the town that was answered.
    let codes = notice["municipalities"].as_array().unwrap();
    let code = codes.iter().find(|one| one["code"] == "C139").unwrap()["postal_code"].as_str().unwrap();
    let postal = details.all(|node| node.is("textbox") && node.value == code)[0].clone();
    reader.type_into(details.roles("textbox")[0], "Đorđević Șerban").await;
    reader.type_into(&postal, "2105").await;
    reader.browser.press(TAB).await;
    let slip = |tree: &Tree| {
        tree.0
            .iter()
            .any(|one| one.backend == postal.backend && one.state("invalid") == "true" && !one.description.is_empty())
    };
    reader.until("the slip in the description of its field", slip).await.check("a slip");
    reader.type_into(&postal, code).await;
    reader.browser.press(TAB).await;
    let right = |tree: &Tree| tree.0.iter().any(|one| one.backend == postal.backend && one.state("invalid") == "false");
    reader.until("the slip mended", right).await;

    reader.type_into(&born, "forli").await;
    let offered = |tree: &Tree| {
        tree.0.iter().any(|one| one.backend == born.backend && one.state("expanded") == "true")
            && tree.roles("listbox").iter().any(|one| !one.name.is_empty() && !tree.inside(one).is_empty())
            && said(tree)
    };
    let offers = reader.until("the places offered and counted", offered).await;
    offers.check("places offered");
    reader.browser.press(DOWN).await;
    let picked = |tree: &Tree| {
        let at = tree.all(|one| one.backend == born.backend)[0].active();
        let is = |one: &&Node| one.backend == *at && one.state("selected") == "true" && one.name.starts_with("Forlì");
        tree.roles("option").into_iter().any(|one| is(&one))
    };
    reader.until("a place picked by arrow", picked).await;
    reader.browser.press(ENTER).await;
    let taken = |tree: &Tree| {
        tree.0
            .iter()
            .any(|one| one.backend == born.backend && one.value == "Forlì (FC)" && one.state("expanded") == "false")
    };
    let details = reader.until("the place taken", taken).await;
    reader.press(details.link("/modulo")).await;

    reader.at("/modulo").await;
    let application = reader.open_all().await;
    application.check("application, everything open");
    let main = application.one("main");
    assert!(application.words(main).contains("Đorđević Șerban"), "{}", application.told());
    let download = application.all(|node| node.is("button") && node.name.contains("PDF"));
    reader.press(download[0]).await;
    reader.until("the announcement that it is made", said).await;
    let pdf = reader.browser.downloaded("domanda.pdf").await;
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
    reader.browser.quiet("the end of the path by the tree").await;
    held("tree");
}
