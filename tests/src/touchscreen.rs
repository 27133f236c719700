//! A touch screen, with fingers and a pen.
//!
//! Xvfb has no touch input. Xorg has it on its screen without hardware, through its driver `inputtest`: the
//! input goes through the X server and GTK into the webview, as from a real touch screen. The messages are
//! those of xf86-input-inputtest-protocol.h, version 1.

use std::cell::RefCell;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::display::Display;

/// The largest coordinate on an axis of the driver.
const FARTHEST: f64 = 65_535.0;
/// The number of values in a message.
const VALUES: usize = 64;
/// The number of steps of a movement.
const STEPS: u32 = 8;
/// The time between two reports of a touch screen.
const PACE: Duration = Duration::from_millis(16);

/// A point of the screen, in pixels.
type Point = (f64, f64);

/// The kinds of messages to the driver.
#[derive(Clone, Copy)]
enum Message {
    Version = 0,
    WaitForSync = 1,
    Motion = 2,
    Proximity = 3,
    Button = 4,
    Touch = 6,
}

/// The events of a finger, with the numbers of the X server.
#[derive(Clone, Copy)]
enum Touch {
    Begin = 18,
    Update = 19,
    End = 20,
}

/// A touch screen that tests put fingers and a pen on.
pub struct Touchscreen {
    size: (u32, u32),
    fingers: Device,
    pen: Device,
    /// The number of touches so far: the server wants another number for each.
    touched: RefCell<u32>,
    _folder: TempDir,
}

impl Touchscreen {
    /// Starts a screen that can be touched and returns it with its touch input.
    pub(crate) fn on_a_screen(width: u32, height: u32) -> Result<(Display, Self)> {
        let folder = tempfile::tempdir()?;
        let settings = folder.path().join("xorg.conf");
        std::fs::write(&settings, described(folder.path(), width, height))?;
        let mut server = Command::new("Xorg");
        server.arg("-config").arg(&settings).arg("-logfile").arg(folder.path().join("log"));
        // A seat of its own needs no console.
        server.args(["-seat", "kring", "-novtswitch", "-noreset"]);
        let display = Display::serve(&mut server).context("Xorg did not start")?;
        let device = |name: &str| Device::open(&folder.path().join(name));
        let (fingers, pen) = (device("fingers")?, device("pen")?);
        Ok((
            display,
            Self { size: (width, height), fingers, pen, touched: RefCell::default(), _folder: folder },
        ))
    }

    /// Taps with one finger.
    pub fn tap(&self, at: Point) -> Result<()> {
        let finger = self.put(at)?;
        self.finger(finger, Touch::End, at)
    }

    /// Puts a finger down, moves it and lifts it.
    pub fn drag(&self, from: Point, to: Point) -> Result<()> {
        let finger = self.put(from)?;
        for step in 1..=STEPS {
            self.finger(finger, Touch::Update, between(from, to, step))?;
        }
        self.finger(finger, Touch::End, to)
    }

    /// Puts two fingers down, one after the other, moves both together and lifts them.
    pub fn pinch(&self, from: [Point; 2], to: [Point; 2]) -> Result<()> {
        let [first, second] = [self.put(from[0])?, self.put(from[1])?];
        for step in 1..=STEPS {
            self.finger(first, Touch::Update, between(from[0], to[0], step))?;
            self.finger(second, Touch::Update, between(from[1], to[1], step))?;
        }
        self.finger(first, Touch::End, to[0])?;
        self.finger(second, Touch::End, to[1])
    }

    /// Presses the pen down, moves it and lifts it. From a point to itself it is a tap.
    pub fn draw(&self, from: Point, to: Point) -> Result<()> {
        let near = |near: u32| move |at: Vec<u8>| [words(&[near, 0]), at].concat();
        self.pen.send(Message::Proximity, &near(1)(self.values(from, 0.0)))?;
        self.pen_to(from, 0.0)?;
        self.pen_tip(from, true)?;
        if from != to {
            for step in 1..=STEPS {
                self.pen_to(between(from, to, step), 500.0)?;
            }
        }
        self.pen_tip(to, false)?;
        self.pen.send(Message::Proximity, &near(0)(self.values(to, 0.0)))
    }

    fn put(&self, at: Point) -> Result<u32> {
        let finger = self.touched.replace_with(|before| *before + 1) + 1;
        self.finger(finger, Touch::Begin, at)?;
        Ok(finger)
    }

    fn finger(&self, finger: u32, what: Touch, at: Point) -> Result<()> {
        self.fingers.send(Message::Touch, &[words(&[finger, what as u32]), self.values(at, 1_000.0)].concat())
    }

    fn pen_to(&self, at: Point, pressure: f64) -> Result<()> {
        let absolute = 1;
        self.pen.send(Message::Motion, &[words(&[absolute, 0]), self.values(at, pressure)].concat())
    }

    fn pen_tip(&self, at: Point, down: bool) -> Result<()> {
        let (absolute, button) = (1, 1);
        let words = words(&[absolute, button, down.into(), 0]);
        self.pen.send(Message::Button, &[words, self.values(at, 500.0)].concat())
    }

    /// Returns a point and a pressure as a message holds them: a mask of the values that are set, then all
    /// values twice.
    fn values(&self, (x, y): Point, pressure: f64) -> Vec<u8> {
        let along = |at: f64, size: u32| (at + 0.5) / f64::from(size) * FARTHEST;
        let mut values = [0.0; VALUES];
        let given = [(0, along(x, self.size.0)), (1, along(y, self.size.1)), (4, pressure)];
        let mut mask = 0_u64;
        for (place, value) in given {
            values[place] = value;
            mask |= 1 << place;
        }
        let unaccelerated = 0_u32.to_ne_bytes();
        let all = values.iter().chain([0.0; VALUES].iter()).flat_map(|value| value.to_ne_bytes());
        [&unaccelerated[..], &mask.to_le_bytes(), &[0; 4]].concat().into_iter().chain(all).collect()
    }
}

/// A device of the driver.
struct Device(RefCell<UnixStream>);

impl Device {
    fn open(socket: &Path) -> Result<Self> {
        let stream = UnixStream::connect(socket).context("the X server has no such device")?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let device = Self(RefCell::new(stream));
        let version = [1_u16, 0].map(u16::to_ne_bytes).concat();
        device.write(Message::Version, &version)?;
        device.hear(12)?;
        Ok(device)
    }

    /// Sends a message and waits until the server has handled it, no faster than hardware sends them.
    fn send(&self, kind: Message, body: &[u8]) -> Result<()> {
        self.write(kind, body)?;
        self.write(Message::WaitForSync, &[])?;
        self.hear(8)?;
        std::thread::sleep(PACE);
        Ok(())
    }

    fn write(&self, kind: Message, body: &[u8]) -> Result<()> {
        let length = u32::try_from(8 + body.len())?;
        let message = [words(&[length, kind as u32]), body.to_vec()].concat();
        Ok(self.0.borrow_mut().write_all(&message)?)
    }

    fn hear(&self, length: usize) -> Result<()> {
        let mut answer = vec![0; length];
        self.0.borrow_mut().read_exact(&mut answer).context("the X server does not answer")?;
        let said = answer.get(..4).and_then(|four| four.try_into().ok()).map(u32::from_ne_bytes);
        ensure!(said.map(|said| said as usize) == Some(length), "the X server answers something else");
        Ok(())
    }
}

fn words(all: &[u32]) -> Vec<u8> {
    all.iter().flat_map(|word| word.to_ne_bytes()).collect()
}

fn between(from: Point, to: Point, step: u32) -> Point {
    let part = f64::from(step) / f64::from(STEPS);
    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
}

/// Returns the settings of the server: one screen, and the devices, each with a socket in `folder`.
fn described(folder: &Path, width: u32, height: u32) -> String {
    let device = |name: &str, kind: &str, more: &str| {
        let socket = folder.join(name);
        let socket = socket.display();
        format!(
            "Section \"InputDevice\"\n Identifier \"{name}\"\n Driver \"inputtest\"\n Option \"SocketPath\" \"{socket}\"\n \
             Option \"DeviceType\" \"{kind}\"\n {more}\nEndSection\n"
        )
    };
    let devices = [
        device("fingers", "Touch", "Option \"TouchCount\" \"10\""),
        device("pen", "PointerAbsoluteProximity", "Option \"PointerHasPressure\" \"true\""),
        device("keys", "Keyboard", ""),
    ];
    let (wide, high) = (width + 400, height + 31);
    let clock = f64::from(wide) * f64::from(high) * 60.0 / 1_000_000.0;
    let mode = format!(
        "{clock:.2} {width} {} {} {wide} {height} {} {} {high}",
        width + 72,
        width + 200,
        height + 3,
        height + 9
    );
    format!(
        "Section \"ServerFlags\"\n Option \"AutoAddDevices\" \"false\"\n Option \"AutoAddGPU\" \"false\"\nEndSection\n{}\
         Section \"Device\"\n Identifier \"card\"\n Driver \"dummy\"\n VideoRam 65536\nEndSection\n\
         Section \"Monitor\"\n Identifier \"monitor\"\n HorizSync 5.0-1000.0\n VertRefresh 5.0-200.0\n Modeline \"whole\" {mode}\nEndSection\n\
         Section \"Screen\"\n Identifier \"screen\"\n Device \"card\"\n Monitor \"monitor\"\n DefaultDepth 24\n SubSection \"Display\"\n  \
         Depth 24\n  Modes \"whole\"\n  Virtual {width} {height}\n EndSubSection\nEndSection\n\
         Section \"ServerLayout\"\n Identifier \"layout\"\n Screen \"screen\"\n InputDevice \"pen\" \"CorePointer\"\n \
         InputDevice \"keys\" \"CoreKeyboard\"\n InputDevice \"fingers\" \"SendCoreEvents\"\nEndSection\n",
        devices.concat()
    )
}
