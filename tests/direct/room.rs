//! A room with two computers: two network namespaces, joined by one virtual cable and nothing else.

use std::process::Command;

use anyhow::{Result, ensure};

/// A room with two computers. Dropping it removes both.
pub(crate) struct Room {
    names: [String; 2],
}

impl Room {
    /// Returns whether this process may create a room.
    pub(crate) fn is_allowed() -> bool {
        let id = Command::new("id").arg("-u").output();
        id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
    }

    /// Creates two computers with one cable between them.
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
            // A router would set this route. Without it no multicast finds the other computer.
            ip(&["-n", name, "route", "add", "default", "dev", "cable"])?;
        }
        Ok(room)
    }

    /// Returns a command that runs at one of the computers.
    pub(crate) fn at(&self, computer: usize, program: &std::path::Path) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.names[computer]]).arg(program);
        command
    }

    /// Unplugs the cable, or plugs it in again.
    pub(crate) fn cable(&self, plugged: bool) -> Result<()> {
        let state = if plugged { "up" } else { "down" };
        ip(&["-n", &self.names[0], "link", "set", "cable", state])?;
        if plugged {
            // The route was lost with the cable.
            ip(&["-n", &self.names[0], "route", "replace", "default", "dev", "cable"])?;
        }
        Ok(())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        for name in &self.names {
            // The cable is removed with them.
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
