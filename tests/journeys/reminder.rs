//! What the day holds, told through the notifications of the computer: in numbers, once a day, to who wants it.

use chrono::{Days, NaiveDate, TimeDelta, Timelike, Utc};
use kring_tests::{Agreed, Laptop, Notification, NotificationServer, Window, unlock};
use serde_json::json;

/// A place on earth, by the hour on its clocks. The program's clock cannot be turned; the laptop can be carried to where it is
/// another hour, and another day.
struct Zone {
    /// How the program hears of it.
    tz: String,
    /// Which day it is there.
    today: NaiveDate,
}

/// Where it is evening, and where it is the morning after that.
fn evening_and_morning() -> (Zone, Zone) {
    let now = Utc::now();
    let evening = 20 - i64::from(now.hour());
    // Twelve hours further it is eight o'clock of the next day. No place is a whole day from Greenwich.
    let evening = if evening + 12 < 24 { evening } else { evening - 24 };
    let zone = |east: i64| Zone {
        // POSIX counts to the west.
        tz: format!("TST{:+}", -east),
        today: (now + TimeDelta::hours(east)).date_naive(),
    };
    let (evening, morning) = (zone(evening), zone(evening + 12));
    assert_eq!(evening.today.succ_opt(), Some(morning.today));
    (evening, morning)
}

/// A laptop on which notifications are shown.
struct Desktop {
    laptop: Laptop,
    notifications: NotificationServer,
}

impl Desktop {
    fn new() -> Self {
        let laptop = Laptop::new(1024, 600).unwrap();
        Self { laptop, notifications: NotificationServer::start().unwrap() }
    }

    fn unlocked(&self, zone: &Zone) -> Window {
        let bus = ("DBUS_SESSION_BUS_ADDRESS", self.notifications.address());
        let window = self.laptop.open_among(&[bus, ("TZ", &zone.tz)]).unwrap();
        unlock(&window).unwrap();
        window
    }

    /// All notifications that came, once there are as many as these texts; nothing else is in them.
    fn told(&self, texts: &[&str]) {
        let came = self.notifications.wait_for(texts.len()).unwrap();
        let bodies: Vec<&str> = came.iter().map(|one| one.body.as_str()).collect();
        assert_eq!(bodies, texts);
        for Notification { program, summary, all, .. } in &came {
            assert_eq!((program.as_str(), summary.as_str()), ("Kring", "Kring"));
            for told in ["Jansen", "Greet", "koor", "Anna"] {
                assert!(!all.contains(told), "{told} is told to who passes by: {all}");
            }
        }
    }
}

/// Turns reminders on or off, and looks whether it is kept.
fn set_reminders(window: &Window, on: bool) {
    let is = |on: bool| {
        let script = "return document.querySelector('[data-testid=reminders]')?.checked ?? null";
        window.wait("the choice", || (window.script(script, &[]).ok()? == json!(on)).then_some(())).unwrap();
    };
    window.click("settings").unwrap();
    is(!on);
    window.click("reminders").unwrap();
    window.click("close-settings").unwrap();
    window.click("settings").unwrap();
    is(on);
    window.click("close-settings").unwrap();
}

fn lock_and_unlock(window: &Window) {
    window.click("lock").unwrap();
    unlock(window).unwrap();
}

/// What would be told grows each time, so what is told last says that nothing was told between.
#[test]
fn the_day_is_told_once_and_in_numbers() {
    let (evening, morning) = evening_and_morning();
    let desktop = Desktop::new();
    let agreed = Agreed::nothing_yet(desktop.laptop.home()).unwrap();
    let late = evening.today.checked_sub_days(Days::new(2)).unwrap();
    agreed.action("Samen naar het koor met Greet", late).unwrap();
    agreed.visit(evening.today).unwrap();

    let window = desktop.unlocked(&evening);
    let evening_says = "1 contact vandaag, 1 actie is te laat";
    desktop.told(&[evening_says]);
    lock_and_unlock(&window);
    window.kill();

    // The same evening, in a program that starts anew.
    agreed.action("Greet bellen", late).unwrap();
    let window = desktop.unlocked(&evening);
    lock_and_unlock(&window);
    window.kill();

    agreed.action("Een kaart van Greet", evening.today).unwrap();
    let _window = desktop.unlocked(&morning);
    desktop.told(&[evening_says, "3 acties zijn te laat, 1 contact is nog niet genoteerd"]);
}

#[test]
fn who_wants_no_reminders_is_told_nothing_until_they_are_on_again() {
    let (evening, morning) = evening_and_morning();
    let desktop = Desktop::new();
    let agreed = Agreed::nothing_yet(desktop.laptop.home()).unwrap();
    let late = evening.today.checked_sub_days(Days::new(2)).unwrap();
    agreed.action("Samen naar het koor met Greet", late).unwrap();
    let window = desktop.unlocked(&evening);
    desktop.told(&["1 actie is te laat"]);
    set_reminders(&window, false);
    window.kill();

    // A day is told of once: had it been told of two, nobody would hear of three.
    agreed.action("Greet bellen", late).unwrap();
    let window = desktop.unlocked(&morning);
    lock_and_unlock(&window);
    window.kill();

    agreed.action("Een kaart van Greet", late).unwrap();
    let window = desktop.unlocked(&morning);
    set_reminders(&window, true);
    lock_and_unlock(&window);
    desktop.told(&["1 actie is te laat", "3 acties zijn te laat"]);
}
