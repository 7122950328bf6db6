//! The whole path for somebody who has neither eyes for the page nor a pointer: what is there is read in the tree that
//! the browser gives to assistive technology, by role, name and state, and done to what stands in it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::access::held;
use crate::browser::{Browser, ENTER, Given, TAB};
use crate::common::text;
use crate::path::REAL_CASE;

const PATIENCE: Duration = Duration::from_secs(20);
const DOWN: &str = "\u{e015}";
/// Ctrl+A and Backspace.
const EMPTY: &str = "\u{e009}a\u{e000}\u{e003}";

/// Roles that a person does something to.
const CONTROLS: [&str; 8] =
    ["button", "link", "textbox", "combobox", "radio", "checkbox", "DisclosureTriangle", "option"];

/// What assistive technology is told of one thing on the page.
#[derive(Clone, Debug)]
struct Node {
    role: String,
    name: String,
    description: String,
    value: String,
    properties: Value,
    /// Where it is among the nodes, and those around it.
    at: usize,
    around: Vec<usize>,
    backend: Value,
}

impl Node {
    /// A state such as `checked`, as text; empty where there is none.
    fn state(&self, name: &str) -> String {
        let found = self.properties.as_array().into_iter().flatten().find(|one| one["name"] == name);
        found.map_or(String::new(), |one| plain(&one["value"]["value"]))
    }

    /// Which node the arrows are at, inside this one.
    fn active(&self) -> &Value {
        let found = self.properties.as_array().into_iter().flatten().find(|one| one["name"] == "activedescendant");
        found.map_or(&Value::Null, |one| &one["value"]["relatedNodes"][0]["backendDOMNodeId"])
    }

    fn is(&self, role: &str) -> bool {
        self.role == role
    }

    fn leads_to(&self, step: &str) -> bool {
        self.is("link") && self.state("url").split_once('#').is_some_and(|(_, at)| at == step)
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
}

/// The tree at one moment, in reading order, without what is hidden from assistive technology.
struct Tree(Vec<Node>);

impl Tree {
    async fn read(browser: &Browser) -> Self {
        let read = browser.tools("Accessibility.getFullAXTree", json!({})).await;
        let all = read["nodes"].as_array().unwrap();
        let mut tree = Self(Vec::new());
        tree.add(all, &all[0], &[]);
        tree
    }

    fn add(&mut self, all: &[Value], node: &Value, around: &[usize]) {
        let mut around = around.to_vec();
        let role = plain(&node["role"]["value"]);
        if node["ignored"] != true && role != "InlineTextBox" {
            let at = self.0.len();
            self.0.push(Node {
                role,
                name: plain(&node["name"]["value"]),
                description: plain(&node["description"]["value"]),
                value: plain(&node["value"]["value"]),
                properties: node["properties"].clone(),
                at,
                around: around.clone(),
                backend: node["backendDOMNodeId"].clone(),
            });
            around.push(at);
        }
        for child in node["childIds"].as_array().into_iter().flatten() {
            if let Some(child) = all.iter().find(|one| one["nodeId"] == *child) {
                self.add(all, child, &around);
            }
        }
    }

    fn all(&self, is: impl Fn(&Node) -> bool) -> Vec<&Node> {
        self.0.iter().filter(|node| is(node)).collect()
    }

    fn roles(&self, role: &str) -> Vec<&Node> {
        self.all(|node| node.is(role))
    }

    fn one(&self, role: &str) -> &Node {
        let found = self.roles(role);
        assert_eq!(found.len(), 1, "{role}:\n{}", self.told());
        found[0]
    }

    fn inside(&self, node: &Node) -> Vec<&Node> {
        self.all(|one| one.around.contains(&node.at))
    }

    /// The words that are read out inside a node.
    fn words(&self, node: &Node) -> String {
        let texts = self.inside(node).into_iter().filter(|one| one.is("StaticText"));
        texts.map(|one| one.name.trim()).collect::<Vec<_>>().join(" ")
    }

    fn address(&self) -> String {
        self.one("RootWebArea").state("url").split_once('#').map_or("/".into(), |(_, step)| step.to_owned())
    }

    /// The question of the step, as the data have it; nothing on other steps.
    fn question(&self) -> Option<String> {
        self.address().strip_prefix("/domanda/").map(str::to_owned)
    }

    fn heading(&self) -> &Node {
        let first = self.all(|node| node.is("heading") && node.state("level") == "1");
        assert_eq!(first.len(), 1, "first headings:\n{}", self.told());
        first[0]
    }

    fn link(&self, step: &str) -> &Node {
        self.all(|node| node.leads_to(step)).first().unwrap_or_else(|| panic!("no link to {step}:\n{}", self.told()))
    }

    fn told(&self) -> String {
        let line = |node: &Node| format!("{}{} «{}»", " ".repeat(node.around.len()), node.role, node.name);
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// What holds at every step.
    fn check(&self, step: &str) {
        let main = self.one("main");
        assert_eq!((self.roles("banner").len(), self.roles("contentinfo").len()), (1, 1), "{step}: landmarks");
        assert!(self.heading().around.contains(&main.at), "{step}: the heading is not in the main part");
        let title = &self.one("RootWebArea").name;
        assert!(!title.is_empty(), "{step}: no title");

        let mut level = 0;
        // What is wrong is said above everything.
        let apart = |node: &Node| node.around.iter().any(|at| self.0[*at].is("alert"));
        for heading in self.all(|node| node.is("heading") && !apart(node)) {
            let next: usize = heading.state("level").parse().unwrap();
            assert!(!heading.name.trim().is_empty() && next <= level + 1, "{step}: heading {heading:?} after {level}");
            level = next;
        }
        for node in self.all(|node| CONTROLS.contains(&node.role.as_str())) {
            // The first choice of a list to pick from may be empty: nothing picked.
            let nothing = node.is("option") && node.around.iter().any(|at| self.0[*at].is("MenuListPopup"));
            assert!(nothing || !node.name.trim().is_empty(), "{step}: no name: {node:?}");
            let states: &[&str] = match node.role.as_str() {
                "radio" | "checkbox" => &["checked"],
                "DisclosureTriangle" | "combobox" => &["expanded"],
                "textbox" => &["invalid"],
                _ => &[],
            };
            for state in states {
                assert!(!node.state(state).is_empty(), "{step}: {state} is not told: {node:?}");
            }
        }
        for radio in self.roles("radio") {
            let group = radio.around.iter().map(|at| &self.0[*at]).find(|one| one.is("group") || one.is("radiogroup"));
            assert!(group.is_some_and(|group| !group.name.is_empty()), "{step}: a choice in no named group: {radio:?}");
        }
        for table in self.roles("table") {
            let count = |role| self.inside(table).iter().filter(|one| one.is(role) && !one.name.is_empty()).count();
            assert!(!table.name.is_empty() && count("columnheader") > 1 && count("rowheader") > 0, "{step}: {table:?}");
            assert_eq!(
                count("caption") + self.inside(table).iter().filter(|one| one.is("caption")).count(),
                1,
                "{step}"
            );
        }
        // The same words lead to the same place.
        let links = self.all(|node| node.is("link") && node.around.contains(&main.at));
        for (one, other) in links.iter().flat_map(|one| links.iter().map(move |other| (one, other))) {
            assert!(one.name != other.name || one.state("url") == other.state("url"), "{step}: two links {}", one.name);
        }
        for picture in self.roles("image") {
            assert!(!picture.name.is_empty(), "{step}: a picture without words");
        }
    }
}

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
