//! A process that was started here, and ends with its owner.

use std::process::{Child, ChildStdout, Command, Stdio};

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
        for child in children(self.0.id()) {
            // One that has ended by itself is as good.
            let _ = Command::new("kill").args(["-KILL", &child.to_string()]).status();
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

fn children(parent: u32) -> Vec<u32> {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // After the name in brackets: the state, then the parent.
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        after_name.split_whitespace().nth(1) == Some(parent.to_string().as_str())
    })
    .collect()
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill_children();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
