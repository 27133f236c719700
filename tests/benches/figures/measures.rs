//! All measures of a large network, beside networkx and igraph measuring the same graph in the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};
use coach::dossier::analysis::{Analysis, Network};
use coach::dossier::model::{Person, Tie};
use coach::dossier::{Id, MemberId, Record, TieId};
use serde_json::Value;

use crate::crowd::{PEOPLE, pairs};
use crate::record::{id, person};
use crate::table::{Amount, Line, median, timed};

const ROUNDS: usize = 101;
const WARM_UP: usize = 20;
/// The Python packages of the other programs, in the versions that were measured.
const PEERS: &[&str] = &["networkx==3.6.1", "igraph==1.0.0"];
/// The largest difference between values that should be the same.
const APART: f64 = 1e-9;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let network = network();
    for _ in 0..WARM_UP {
        std::hint::black_box(Analysis::of(&network));
    }
    let ours = (0..ROUNDS).map(|_| timed(|| Ok(Analysis::of(&network)))).collect::<Result<Vec<_>>>()?;
    let ours = median(ours);
    let theirs = peers(home)?;
    let found = Analysis::of(&network);
    let line = |what, name, yardstick, aim| -> Result<Line> {
        let peer = &theirs[name];
        agrees(&found, &peer["found"]).with_context(|| format!("Kring and {name} disagree"))?;
        let milliseconds = peer["milliseconds"].as_f64().context("peers.py gives no time")?;
        let (kring, theirs) = (Amount::Milliseconds(ours), Amount::Milliseconds(milliseconds));
        Ok(Line { what, kring, yardstick, theirs, aim })
    };
    let what = "all measures of 150 people and 1,000 ties";
    Ok(vec![
        line(what, "networkx", "networkx, those that it has", 0.02)?,
        line(what, "igraph", "igraph, those that it has", 1.0)?,
    ])
}

fn network() -> Network {
    let people = (0..PEOPLE).map(|number| Person::blank(person(number))).collect();
    let end = |number| Some(MemberId::Person(person(number)));
    let ties = pairs().into_iter().enumerate();
    let ties = ties.map(|(number, (a, b))| Tie { a: end(a), b: end(b), ..Tie::blank(id::<TieId>(number)) });
    Network::new(people, Vec::new(), &ties.collect::<Vec<_>>())
}

/// The output of peers.py about the same graph.
fn peers(home: &Path) -> Result<Value> {
    let edges = home.join("edges");
    let lines: Vec<String> = pairs().iter().map(|(a, b)| format!("{a} {b}\n")).collect();
    std::fs::write(&edges, lines.concat())?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/figures/peers.py");
    let mut command = Command::new(python()?);
    command.arg(script).arg(edges).args([PEOPLE, ROUNDS].map(|number| number.to_string()));
    Ok(serde_json::from_slice(&run(&mut command)?.stdout)?)
}

/// Returns a Python with networkx and igraph, in a folder of its own that later runs use again.
fn python() -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
    let python = folder.join("bin/python");
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).context("python3 -m venv is needed")?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PEERS))?;
    Ok(python)
}

fn run(command: &mut Command) -> Result<Output> {
    let output = command.output().with_context(|| format!("starting {command:?}"))?;
    ensure!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output)
}

/// Fails when a measure of the same graph differs between the programs, because then one of them measures
/// something else.
fn agrees(ours: &Analysis, theirs: &Value) -> Result<()> {
    let number = |value: &Value| value.as_f64().context("peers.py gives no number");
    let whole = |name: &str| theirs[name].as_u64().context("peers.py gives no whole number");
    let all = |name: &str| theirs[name].as_array().context("peers.py gives no list");
    let same = |what: &str, ours: Option<f64>, theirs: f64| {
        let ours = ours.unwrap_or(f64::NAN);
        ensure!((ours - theirs).abs() <= APART, "{what} is {ours} here and {theirs} there");
        Ok(())
    };
    same("density", ours.density, number(&theirs["density"])?)?;
    same("constraint", ours.constraint, number(&theirs["constraint"])?)?;
    same("effective size", ours.effective_size, number(&theirs["effective_size"])?)?;
    for (ours, name) in [(ours.components, "components"), (ours.isolates, "isolates")] {
        ensure!(ours as u64 == whole(name)?, "{name}: {ours} here and {} there", theirs[name]);
    }
    for (place, theirs) in all("betweenness")?.iter().enumerate() {
        let member = MemberId::Person(person(place));
        same(
            &format!("betweenness of {}", person(place).as_str()),
            ours.betweenness.get(&member).copied(),
            number(theirs)?,
        )?;
    }
    let articulation = all("articulation")?.iter().filter_map(Value::as_u64);
    let articulation: Vec<MemberId> =
        articulation.map(|place| MemberId::Person(person(place as usize))).collect();
    ensure!(ours.articulation == articulation, "other people hold groups together there");
    Ok(())
}
