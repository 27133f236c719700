//! The real window of Kring, driven through WebKit's WebDriver.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};

use crate::display::Display;
use crate::process::Process;

/// The longest wait for anything on the screen.
const PATIENCE: Duration = Duration::from_secs(30);
/// The time between two checks. The driver closes every connection, and thousands of checks a second would
/// use up the ports of the computer.
const BETWEEN_CHECKS: Duration = Duration::from_millis(10);
/// The key of an element in the JSON of WebDriver.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

static STARTING: Mutex<()> = Mutex::new(());

/// The real program with its window. Dropping it ends the program.
pub struct Window {
    agent: ureq::Agent,
    session: String,
    driver: Process,
}

impl Window {
    /// Starts the program that `KRING_DESKTOP` names on a screen, with its data under `home` and more in its
    /// environment.
    pub fn open(display: &Display, home: &Path, environment: &[(&str, &str)]) -> Result<Self> {
        let program = std::env::var("KRING_DESKTOP").context("KRING_DESKTOP names no program")?;
        Self::start(display, home, &program, environment)
    }

    /// Starts another program that opens a window of Tauri.
    pub fn open_program(display: &Display, home: &Path, program: &str) -> Result<Self> {
        Self::start(display, home, program, &[])
    }

    fn start(display: &Display, home: &Path, program: &str, environment: &[(&str, &str)]) -> Result<Self> {
        // Drivers start one at a time, so that a port that was free a moment ago goes to no other driver.
        let _turn = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", display.name())
            .stdout(Stdio::null())
            .env_remove("WAYLAND_DISPLAY")
            .env("KRING_HOME", home)
            .env("XDG_DATA_HOME", home.join("share"))
            // A file in this folder names the folder for downloads.
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")])
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .envs([("LIBGL_ALWAYS_SOFTWARE", "1"), ("NO_AT_BRIDGE", "1"), ("GDK_BACKEND", "x11")])
            .envs(environment.iter().copied());
        let driver = Process::start(&mut command)?;
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > until {
                bail!("WebKitWebDriver does not answer");
            }
            std::thread::yield_now();
        }
        let config = ureq::Agent::config_builder()
            // The driver closes connections that it has answered on.
            .max_idle_connections(0)
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false);
        let agent = ureq::Agent::new_with_config(config.build());
        let base = format!("http://127.0.0.1:{port}/session");
        let capabilities = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": program } } } });
        let answer = send(&agent, &base, Some(&capabilities))?;
        let id = answer["sessionId"].as_str().ok_or_else(|| anyhow!("no session: {answer}"))?;
        Ok(Self { session: format!("{base}/{id}"), agent, driver })
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        send(&self.agent, &format!("{}/{path}", self.session), Some(body))
    }

    fn get(&self, path: &str) -> Result<Value> {
        send(&self.agent, &format!("{}/{path}", self.session), None)
    }

    /// Runs a script in the window and returns what the script returns.
    pub fn script(&self, script: &str, args: &[Value]) -> Result<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Runs a script in the window and returns what the script gives to its last argument, a callback.
    pub fn script_later(&self, script: &str, args: &[Value]) -> Result<Value> {
        self.post("execute/async", &json!({ "script": script, "args": args }))
    }

    fn element(&self, css: &str) -> Result<String> {
        let found = self.wait(&format!("element {css}"), || {
            let answer = self.post("element", &json!({ "using": "css selector", "value": css }));
            answer.ok().and_then(|element| Some(element[ELEMENT].as_str()?.to_owned()))
        });
        found.with_context(|| format!("the screen says:\n{}", self.text("body").unwrap_or_default()))
    }

    /// Waits until `find` returns something, and returns it.
    pub fn wait<T>(&self, what: &str, find: impl Fn() -> Option<T>) -> Result<T> {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = find() {
                return Ok(found);
            }
            if Instant::now() > until {
                bail!("waited in vain for {what}");
            }
            std::thread::sleep(BETWEEN_CHECKS);
        }
    }

    /// Clicks the element with this `data-testid`.
    pub fn click(&self, testid: &str) -> Result<()> {
        let css = by(testid);
        let id = self.element(&css)?;
        let into_view = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        self.script(into_view, &[json!(css)])?;
        self.post(&format!("element/{id}/click"), &json!({}))
            .map(drop)
            .with_context(|| format!("clicking {testid}"))
    }

    /// Types into a field, after the text that it holds.
    pub fn write(&self, testid: &str, text: &str) -> Result<()> {
        let id = self.element(&by(testid))?;
        self.post(&format!("element/{id}/value"), &json!({ "text": text }))
            .map(drop)
            .with_context(|| format!("typing in {testid}"))
    }

    /// Chooses an option of a list by its value, as a person picks it.
    pub fn choose(&self, testid: &str, value: &str) -> Result<()> {
        let id = self.element(&format!("{} option[value='{value}']", by(testid)))?;
        self.post(&format!("element/{id}/click"), &json!({}))
            .map(drop)
            .with_context(|| format!("choosing {value} in {testid}"))
    }

    /// Presses keys in the element that has the focus.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        let actions: Vec<Value> = keys
            .iter()
            .flat_map(|key| {
                [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
            })
            .collect();
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }))
            .map(drop)
    }

    /// Presses a key while another one is held.
    pub fn chord(&self, held: &str, key: &str) -> Result<()> {
        let down = |value: &str| json!({ "type": "keyDown", "value": value });
        let up = |value: &str| json!({ "type": "keyUp", "value": value });
        let actions = json!([down(held), down(key), up(key), up(held)]);
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }))
            .map(drop)
    }

    /// Drags from one point of the window to another. From a point to itself it is a tap.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let at = |(x, y): (f64, f64)| json!({ "type": "pointerMove", "duration": 60, "origin": "viewport", "x": x as i64, "y": y as i64 });
        let down = json!({ "type": "pointerDown", "button": 0 });
        let up = json!({ "type": "pointerUp", "button": 0 });
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        let actions = if from == to {
            json!([at(from), down, up])
        } else {
            json!([at(from), down, at(middle), at(to), up])
        };
        let pointer = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
        self.post("actions", &json!({ "actions": [pointer] })).map(drop)
    }

    /// Taps a member on the map. A drawing has no box that WebDriver could click.
    pub fn tap_member(&self, name: &str) -> Result<()> {
        let middle = self.middle(&format!("[data-id='{}'] .target", self.member(name)?))?;
        self.drag(middle, middle)
    }

    /// Returns the middle of the element that a selector finds, in pixels of the window.
    pub fn middle(&self, css: &str) -> Result<(f64, f64)> {
        self.element(css)?;
        let script = "const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]";
        let point = self.script(script, &[json!(css)])?;
        let part = |index: usize| point[index].as_f64().ok_or_else(|| anyhow!("{css} is nowhere"));
        Ok((part(0)?, part(1)?))
    }

    /// Returns the visible text of the element that a selector finds.
    pub fn text(&self, css: &str) -> Result<String> {
        let text =
            self.script("return document.querySelector(arguments[0])?.innerText ?? ''", &[json!(css)])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Returns the text that a field holds.
    pub fn value(&self, testid: &str) -> Result<String> {
        let id = self.element(&by(testid))?;
        let value = self.get(&format!("element/{id}/property/value"))?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a text is visible somewhere on the screen.
    pub fn sees(&self, text: &str) -> Result<()> {
        self.wait(&format!("“{text}”"), || {
            self.text("body").is_ok_and(|body| body.contains(text)).then_some(())
        })
        .with_context(|| format!("the screen says:\n{}", self.text("body").unwrap_or_default()))
    }

    /// Waits until a text is visible in the element that a selector finds.
    pub fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        self.wait(&format!("“{text}”"), || {
            self.text(css).is_ok_and(|there| there.contains(text)).then_some(())
        })
        .with_context(|| format!("{css} says:\n{}", self.text(css).unwrap_or_default()))
        .with_context(|| format!("the screen says:\n{}", self.text("body").unwrap_or_default()))
    }

    /// Waits until the screen says that everything is saved on this computer.
    pub fn is_saved(&self) -> Result<()> {
        let state = by("save-state");
        self.wait("everything to be saved", || {
            let said = self.text(&state).ok()?;
            (said == "Opgeslagen op deze computer" || said == "Saved on this computer").then_some(())
        })
    }

    /// Returns the id of the member with this name on the map.
    pub fn member(&self, name: &str) -> Result<String> {
        let script = "return [...document.querySelectorAll('.member')].find((m) => m.getAttribute('aria-label').startsWith(arguments[0] + ','))?.dataset.id ?? null";
        self.wait(&format!("{name} on the map"), || {
            Some(self.script(script, &[json!(name)]).ok()?.as_str()?.to_owned())
        })
    }

    /// Returns the violations of WCAG 2.2 AA that axe-core finds on the screen: each rule with its elements.
    pub fn axe(&self) -> Result<Vec<String>> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file).context("axe-core is not installed in ui")?;
        self.script(&format!("{axe}; return true"), &[])?;
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
               .then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 160)).join(' | '))))";
        let found = self.post("execute/async", &json!({ "script": run, "args": [] }))?;
        let found = found.as_array().ok_or_else(|| anyhow!("axe-core gave no answer: {found}"))?;
        Ok(found.iter().filter_map(|rule| rule.as_str().map(str::to_owned)).collect())
    }

    /// Makes the window as large as the screen.
    pub fn fill_the_screen(&self, size: (u32, u32)) -> Result<()> {
        let rectangle = json!({ "x": 0, "y": 0, "width": size.0, "height": size.1 });
        self.post("window/rect", &rectangle).map(drop)
    }

    /// Waits until the page is painted, fonts included.
    pub fn painted(&self) -> Result<()> {
        let script = "const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))";
        self.post("execute/async", &json!({ "script": script, "args": [] })).map(drop)
    }

    /// Returns the proportional memory of the program and all its processes, in MiB.
    pub fn memory_mib(&self) -> f64 {
        self.driver.memory_below_kib() as f64 / 1024.0
    }

    /// Asks the program to end, as the system does when it shuts down.
    pub fn terminate(&self) {
        self.driver.end_children();
    }

    /// Returns whether the program ends by itself within a time.
    pub fn ends_within(&self, limit: Duration) -> bool {
        self.driver.has_no_children_within(limit)
    }

    /// Kills the program, as a power cut does.
    pub fn kill(self) {
        self.driver.kill_children();
    }
}

fn by(testid: &str) -> String {
    format!("[data-testid='{testid}']")
}

fn send(agent: &ureq::Agent, address: &str, body: Option<&Value>) -> Result<Value> {
    let mut response = match body {
        Some(body) => agent.post(address).send_json(body)?,
        None => agent.get(address).call()?,
    };
    let mut answer: Value = response.body_mut().read_json()?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => bail!("{error}: {}", value["message"].as_str().unwrap_or_default()),
        None => Ok(value),
    }
}
