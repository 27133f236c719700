//! A room with two computers: two network namespaces joined by one cable, and nothing else.

use std::process::Command;

use anyhow::{Result, ensure};

/// The room; gone when it is dropped.
pub(crate) struct Room {
    names: [String; 2],
}

impl Room {
    /// Whether this process may make one.
    pub(crate) fn is_allowed() -> bool {
        let id = Command::new("id").arg("-u").output();
        id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
    }

    /// Two computers of which each has one cable, to the other.
    pub(crate) fn new() -> Result<Self> {
        let mark = std::process::id();
        let room = Self { names: [format!("kring-a-{mark}"), format!("kring-b-{mark}")] };
        let [a, b] = &room.names;
        for name in [a, b] {
            ip(&["netns", "add", name])?;
        }
        ip(&["link", "add", "cable", "netns", a, "type", "veth", "peer", "name", "cable", "netns", b])?;
        for (name, address) in [(a, "10.77.0.1/24"), (b, "10.77.0.2/24")] {
            ip(&["-n", name, "link", "set", "lo", "up"])?;
            ip(&["-n", name, "link", "set", "cable", "up"])?;
            ip(&["-n", name, "address", "add", address, "dev", "cable"])?;
            // As a router would give; without it nobody can be called together by multicast.
            ip(&["-n", name, "route", "add", "default", "dev", "cable"])?;
        }
        Ok(room)
    }

    /// A command that runs at one of the computers.
    pub(crate) fn at(&self, computer: usize, program: &std::path::Path) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.names[computer]]).arg(program);
        command
    }

    /// Pulls the cable out, or plugs it in.
    pub(crate) fn cable(&self, plugged: bool) -> Result<()> {
        let state = if plugged { "up" } else { "down" };
        ip(&["-n", &self.names[0], "link", "set", "cable", state])?;
        if plugged {
            // The route went with the cable.
            ip(&["-n", &self.names[0], "route", "replace", "default", "dev", "cable"])?;
        }
        Ok(())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        for name in &self.names {
            // The cable goes with them.
            let _ = ip(&["netns", "delete", name]);
        }
    }
}

fn ip(arguments: &[&str]) -> Result<()> {
    let done = Command::new("ip").args(arguments).output()?;
    let said = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "ip {}: {said}", arguments.join(" "));
    Ok(())
}
