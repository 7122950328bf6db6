//! How long everything takes again after one answer, and how long it takes to explain it, natively: the median over
//! many rounds, printed.

use std::hint::black_box;
use std::time::Instant;

use dopo_di_noi::answers;
use dopo_di_noi::assess::assess;
use dopo_di_noi::programme;
use dopo_di_noi::text::explain::explained;
use serde_json::Value;

const ROUNDS: usize = 5000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let programme = include_str!("../public/programmes/dopo-di-noi-lombardia-2024.json");
    let notice = include_str!("../public/notices/medio-olona-2024.json");
    let case =
        include_str!("../tests/cases/medio-olona-2024/rent-and-condominium-with-the-self-managed-contribution.json");
    let said = |faults: Vec<programme::Fault>| format!("{faults:?}");
    let rules = programme::rules(
        "notice",
        programme::programme("programme", programme).map_err(said)?,
        programme::notice("notice", notice).map_err(said)?,
    )
    .map_err(said)?;
    let case: Value = serde_json::from_str(case)?;
    let answers = answers::read(&rules, &case["answers"].to_string()).map_err(|faults| format!("{faults:?}"))?;
    time("recompute", || drop(black_box(assess(black_box(&rules), black_box(&answers)))));
    let assessment = assess(&rules, &answers);
    time("explain every row", || drop(black_box(explained(&rules, black_box(&answers), &assessment))));
    Ok(())
}

fn time(what: &str, work: impl Fn()) {
    let mut times: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    let shown = |nanoseconds: u128| format!("{}.{:03} ms", nanoseconds / 1_000_000, nanoseconds / 1000 % 1000);
    println!(
        "{what}, native: median {} over {ROUNDS} rounds, slowest tenth from {}",
        shown(times[ROUNDS / 2]),
        shown(times[ROUNDS * 9 / 10])
    );
}
