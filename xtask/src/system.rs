//! System packages that a build or a test needs, beside Rust, Node and a C compiler.

use std::io::{IsTerminal, Write};
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{answers, run};

/// The Debian and Ubuntu packages that a build needs.
const TO_BUILD: &[&str] = &[
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libssl-dev",
    "libdbus-1-dev",
    "pkg-config",
    "build-essential",
];
/// The packages that the window on a virtual display needs.
const TO_SHOW: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "imagemagick", "dbus-x11"];

/// The packages of a keyboard, and of frames around windows.
const TO_TYPE: &[&str] = &["xdotool", "openbox", "wmctrl"];

/// The packages of a screen that can be touched.
const TO_TOUCH: &[&str] = &["xserver-xorg-core", "xserver-xorg-video-dummy"];

/// The programs that read printed pages in tests.
const TO_READ: &[&str] = &["qpdf", "poppler-utils"];

/// The programs that measurements need to install and run other programs.
const TO_MEASURE: &[&str] = &["python3-venv", "ripgrep"];

/// The servers that mailboxes are tested with.
const TO_SERVE: &[&str] = &["apache2-bin", "apache2-utils", "openssl"];

/// The purpose that the machine is prepared for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum For {
    Building,
    VirtualDisplay,
    /// The window on a virtual display, beside other programs.
    Measuring,
    /// The window on virtual displays, one of which can be touched, with servers and readers of printed
    /// pages.
    Testing,
}

/// Installs the packages that are missing, after asking, or names them.
pub(crate) fn prepare(purpose: For) -> Result<()> {
    if cfg!(target_os = "macos") {
        println!("macOS: Xcode's command line tools are needed (xcode-select --install).");
    } else if cfg!(target_os = "windows") {
        println!("Windows: the MSVC build tools and WebView2 are needed; Windows 11 has the latter.");
    } else if answers("dpkg-query", &["--version"]) {
        let mut wanted = TO_BUILD.to_vec();
        if purpose != For::Building {
            wanted.extend(TO_SHOW);
        }
        if purpose == For::Measuring {
            wanted.extend(TO_MEASURE);
        }
        if purpose == For::Testing {
            wanted.extend(TO_TOUCH);
            wanted.extend(TO_TYPE);
            wanted.extend(TO_SERVE);
            wanted.extend(TO_READ);
        }
        install(&wanted.into_iter().filter(|package| !is_installed(package)).collect::<Vec<_>>())?;
    } else {
        println!(
            "Not Debian or Ubuntu: WebKitGTK 4.1, librsvg, libxdo and OpenSSL with their headers are needed."
        );
    }
    if !answers("node", &["--version"]) || !answers("npm", &["--version"]) {
        bail!("Node 20 or newer with npm is needed to build the window: https://nodejs.org");
    }
    Ok(())
}

fn is_installed(package: &str) -> bool {
    let status = Command::new("dpkg-query").args(["-W", "-f=${Status}", package]).output();
    status.is_ok_and(|status| status.stdout.starts_with(b"install ok installed"))
}

fn install(missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("sudo apt-get update && sudo apt-get install -y {}", missing.join(" "));
    println!("These system packages are missing: {}", missing.join(", "));
    let apt = |args: &[&str]| -> Result<()> {
        let root = is_root();
        let mut command = Command::new(if root { "apt-get" } else { "sudo" });
        if !root {
            command.arg("apt-get");
        }
        run(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    if !is_root() && !agrees("Install them now, with sudo? [y/N] ")? {
        bail!("install them with:\n  {by_hand}");
    }
    apt(&["update", "-q"])?;
    apt(&[&["install", "-y", "-q", "--no-install-recommends"], missing].concat())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn agrees(question: &str) -> Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("{question}");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("y"))
}
