//! A process that ends when its owner is dropped.

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
    /// Returns the output of the process, if it was started with a pipe.
    pub(crate) fn stdout(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }

    /// Kills the children of this process. The driver starts the program as a child, and ending the driver
    /// does not end it.
    pub(crate) fn kill_children(&self) {
        let killed = children(self.0.id());
        for child in &killed {
            // A child that has ended by itself needs no signal.
            let _ = Command::new("kill").args(["-KILL", &child.to_string()]).status();
        }
        // Its files, the lock of a vault among them, are released only when the process has really ended.
        let until = Instant::now() + Duration::from_secs(10);
        while killed.iter().any(|child| is_running(*child)) && Instant::now() < until {
            std::thread::yield_now();
        }
    }

    /// Asks the children of this process to end, as the system does when it shuts down.
    pub(crate) fn end_children(&self) {
        for child in children(self.0.id()) {
            let _ = Command::new("kill").args(["-TERM", &child.to_string()]).status();
        }
    }

    /// Waits until this process has no children any more. Returns whether that came in time.
    pub(crate) fn has_no_children_within(&self, limit: Duration) -> bool {
        let until = Instant::now() + limit;
        while children(self.0.id()).iter().any(|child| is_running(*child)) {
            if Instant::now() > until {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        true
    }

    /// Kills this process.
    pub(crate) fn kill(&self) {
        let _ = Command::new("kill").args(["-KILL", &self.0.id().to_string()]).status();
    }

    /// Waits until this process has ended.
    pub(crate) fn wait(&mut self) {
        let _ = self.0.wait();
    }

    /// Returns the proportional set size of all processes below this one, in KiB.
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

/// Returns whether a process still runs. A zombie (Z) has ended, unless threads of it still hold its files.
fn is_running(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count);
    threads > 1 || state_and_parent(process).is_some_and(|(state, _)| state != "Z" && state != "X")
}

fn state_and_parent(process: u32) -> Option<(String, u32)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The state and the parent follow the name in brackets.
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
