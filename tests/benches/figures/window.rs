//! The time that the window takes to start, and its memory.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use kring_tests::{Display, Window};

use crate::table::{Amount, Line, median};

const ROUNDS: usize = 11;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let program = |name: &str| std::env::var(name).with_context(|| format!("{name} names no program"));
    let programs = [program("KRING_DESKTOP")?, program("KRING_BARE_WINDOW")?];
    let display = Display::start(1280, 800)?;
    let mut paints = [vec![], vec![]];
    let mut memories = [vec![], vec![]];
    for round in 0..ROUNDS {
        for (which, program) in programs.iter().enumerate() {
            let data = home.join(format!("{which}-{round}"));
            std::fs::create_dir_all(&data)?;
            let started = started_by(program, &data)?;
            let window = Window::open_program(&display, &data, &started)?;
            let painted = first_paint(&window)?;
            let begun: f64 = std::fs::read_to_string(data.join("started"))?.trim().parse()?;
            // The first round fills the system's file cache.
            if round > 0 {
                paints[which].push(painted - begun);
                memories[which].push(settled_memory(&window));
            }
        }
    }
    let [ours, bare] = paints.map(|all| Amount::Milliseconds(median(all)));
    let [our_memory, bare_memory] = memories.map(|all| Amount::Mebibytes(median(all)));
    let yardstick = "a bare Tauri window";
    Ok(vec![
        Line { what: "start to first paint", kring: ours, yardstick, theirs: bare, aim: 1.3 },
        Line {
            what: "memory of all its processes, after the first paint",
            kring: our_memory,
            yardstick,
            theirs: bare_memory,
            aim: 1.3,
        },
    ])
}

/// A script that notes the time and becomes the program, because WebDriver starts it and does not say when.
fn started_by(program: &str, data: &Path) -> Result<String> {
    use std::os::unix::fs::PermissionsExt;
    let script = data.join("start");
    let file = data.join("started");
    let text = format!("#!/bin/sh\ndate +%s%3N > '{}'\nexec '{program}' \"$@\"\n", file.display());
    std::fs::write(&script, text)?;
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755))?;
    Ok(script.display().to_string())
}

/// Returns the time of the first paint with content, in milliseconds since 1970 (Paint Timing, W3C, section
/// 4).
fn first_paint(window: &Window) -> Result<f64> {
    let script = "const paint = performance.getEntriesByName('first-contentful-paint')[0];
        return paint ? performance.timeOrigin + paint.startTime : null";
    let painted = window.wait("the first paint", || window.script(script, &[]).ok()?.as_f64())?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64() * 1000.0;
    anyhow::ensure!(painted <= now, "the page says that it painted in the future");
    Ok(painted)
}

/// Returns the proportional memory of the program and its web processes, in MiB, once it no longer grows.
fn settled_memory(window: &Window) -> f64 {
    let mut last = f64::NAN;
    loop {
        std::thread::sleep(std::time::Duration::from_millis(500));
        let now = window.memory_mib();
        if (now - last).abs() < 1.0 {
            return now;
        }
        last = now;
    }
}
