//! A process that was started here, and ends with its owner.

use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

pub(crate) struct Process(Child);

impl Process {
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        Ok(Self(child.with_context(|| format!("{name} could not be started; is it installed?"))?))
    }
}

impl Process {
    /// What the process prints, if it was started with a pipe.
    pub(crate) fn stdout(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }

    /// Ends what this process started, at once: the driver starts the program, and its end alone does not end that.
    pub(crate) fn kill_children(&self) {
        let killed = children(self.0.id());
        for child in &killed {
            // One that has ended by itself is as good.
            let _ = Command::new("kill").args(["-KILL", &child.to_string()]).status();
        }
        // What it held open, a vault's lock too, is let go of once it has really ended.
        let until = Instant::now() + Duration::from_secs(10);
        while killed.iter().any(|child| is_running(*child)) && Instant::now() < until {
            std::thread::yield_now();
        }
    }

    /// The proportional set size of everything that this process started and that started in turn, in KiB.
    pub(crate) fn memory_below_kib(&self) -> u64 {
        let mut waiting = children(self.0.id());
        let mut sum = 0;
        while let Some(process) = waiting.pop() {
            let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
            let number = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
            sum += number.unwrap_or(0);
            waiting.extend(children(process));
        }
        sum
    }
}

/// Whether a process has not ended. One that nobody has asked about yet (Z) has, but for threads that hold its files.
fn is_running(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count);
    threads > 1 || state_and_parent(process).is_some_and(|(state, _)| state != "Z" && state != "X")
}

fn state_and_parent(process: u32) -> Option<(String, u32)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name in brackets: the state, then the parent.
    let mut after_name = stat.rsplit(')').next()?.split_whitespace();
    Some((after_name.next()?.to_owned(), after_name.next()?.parse().ok()?))
}

fn children(parent: u32) -> Vec<u32> {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| state_and_parent(*id).is_some_and(|(_, of)| of == parent)).collect()
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill_children();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
