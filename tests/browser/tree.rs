//! The page as the browser tells it to assistive technology: roles, names and states, and what holds of them at every step.

use serde_json::{Value, json};

use crate::browser::Browser;

/// Roles that a person does something to.
const CONTROLS: [&str; 8] =
    ["button", "link", "textbox", "combobox", "radio", "checkbox", "DisclosureTriangle", "option"];

/// What assistive technology is told of one thing on the page.
#[derive(Clone, Debug)]
pub struct Node {
    pub role: String,
    pub name: String,
    pub description: String,
    pub value: String,
    pub properties: Value,
    /// Where it is among the nodes, and those around it.
    pub at: usize,
    pub around: Vec<usize>,
    pub backend: Value,
}

impl Node {
    /// A state such as `checked`, as text; empty where there is none.
    pub fn state(&self, name: &str) -> String {
        let found = self.properties.as_array().into_iter().flatten().find(|one| one["name"] == name);
        found.map_or(String::new(), |one| plain(&one["value"]["value"]))
    }

    /// Which node the arrows are at, inside this one.
    pub fn active(&self) -> &Value {
        let found = self.properties.as_array().into_iter().flatten().find(|one| one["name"] == "activedescendant");
        found.map_or(&Value::Null, |one| &one["value"]["relatedNodes"][0]["backendDOMNodeId"])
    }

    pub fn is(&self, role: &str) -> bool {
        self.role == role
    }

    pub fn leads_to(&self, step: &str) -> bool {
        self.is("link") && self.state("url").split_once('#').is_some_and(|(_, at)| at == step)
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
}

/// The tree at one moment, in reading order, without what is hidden from assistive technology.
pub struct Tree(pub Vec<Node>);

impl Tree {
    pub async fn read(browser: &Browser) -> Self {
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

    pub fn all(&self, is: impl Fn(&Node) -> bool) -> Vec<&Node> {
        self.0.iter().filter(|node| is(node)).collect()
    }

    pub fn roles(&self, role: &str) -> Vec<&Node> {
        self.all(|node| node.is(role))
    }

    pub fn one(&self, role: &str) -> &Node {
        let found = self.roles(role);
        assert_eq!(found.len(), 1, "{role}:\n{}", self.told());
        found[0]
    }

    pub fn inside(&self, node: &Node) -> Vec<&Node> {
        self.all(|one| one.around.contains(&node.at))
    }

    /// The words that are read out inside a node.
    pub fn words(&self, node: &Node) -> String {
        let texts = self.inside(node).into_iter().filter(|one| one.is("StaticText"));
        texts.map(|one| one.name.trim()).collect::<Vec<_>>().join(" ")
    }

    pub fn address(&self) -> String {
        self.one("RootWebArea").state("url").split_once('#').map_or("/".into(), |(_, step)| step.to_owned())
    }

    /// The question of the step, as the data have it; nothing on other steps.
    pub fn question(&self) -> Option<String> {
        self.address().strip_prefix("/domanda/").map(str::to_owned)
    }

    pub fn heading(&self) -> &Node {
        let first = self.all(|node| node.is("heading") && node.state("level") == "1");
        assert_eq!(first.len(), 1, "first headings:\n{}", self.told());
        first[0]
    }

    pub fn link(&self, step: &str) -> &Node {
        self.all(|node| node.leads_to(step)).first().unwrap_or_else(|| panic!("no link to {step}:\n{}", self.told()))
    }

    pub fn told(&self) -> String {
        let line = |node: &Node| format!("{}{} «{}»", " ".repeat(node.around.len()), node.role, node.name);
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// What holds at every step.
    pub fn check(&self, step: &str) {
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
        // What opens is known by its name alone.
        let folds = self.roles("DisclosureTriangle");
        for (at, fold) in folds.iter().enumerate() {
            assert!(!folds[..at].iter().any(|other| other.name == fold.name), "{step}: two folds «{}»", fold.name);
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
