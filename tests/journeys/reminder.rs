//! Reminders of the day through the notifications of the computer: numbers, once a day, for a coach who
//! turned them on.

use chrono::{Days, NaiveDate, TimeDelta, Timelike, Utc};
use kring_tests::{Agreed, Laptop, Notification, NotificationServer, Window, unlock};
use serde_json::json;

/// A time zone. The clock of the program cannot be set, but the laptop can be in a zone with another hour and
/// another date.
struct Zone {
    /// The value of the variable `TZ`.
    tz: String,
    /// The date in the zone.
    today: NaiveDate,
}

/// Returns a zone where it is evening, and one where it is the morning after.
fn evening_and_morning() -> (Zone, Zone) {
    let now = Utc::now();
    let evening = 20 - i64::from(now.hour());
    // Twelve hours further east it is eight o'clock on the next day. No zone differs a whole day from
    // Greenwich.
    let evening = if evening + 12 < 24 { evening } else { evening - 24 };
    let zone = |east: i64| Zone {
        // POSIX counts hours to the west.
        tz: format!("TST{:+}", -east),
        today: (now + TimeDelta::hours(east)).date_naive(),
    };
    let (evening, morning) = (zone(evening), zone(evening + 12));
    assert_eq!(evening.today.succ_opt(), Some(morning.today));
    (evening, morning)
}

/// A laptop with a notification server.
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

    /// Checks that notifications with these texts arrived, and that they hold nothing else.
    fn receives(&self, texts: &[&str]) {
        let came = self.notifications.wait_for(texts.len()).unwrap();
        let bodies: Vec<&str> = came.iter().map(|one| one.body.as_str()).collect();
        assert_eq!(bodies, texts);
        for Notification { program, summary, all, .. } in &came {
            assert_eq!((program.as_str(), summary.as_str()), ("Kring", "Kring"));
            for name in ["Jansen", "Greet", "koor", "Anna"] {
                assert!(!all.contains(name), "the notification shows {name}: {all}");
            }
        }
    }
}

/// Turns reminders on or off and checks that the choice is kept.
fn set_reminders(window: &Window, on: bool) {
    let is = |on: bool| {
        let script = "return document.querySelector('[data-testid=reminder-notification]')?.checked ?? null";
        window.wait("the choice", || (window.script(script, &[]).ok()? == json!(on)).then_some(())).unwrap();
    };
    window.click("settings").unwrap();
    is(!on);
    window.click("reminder-notification").unwrap();
    window.click("close-settings").unwrap();
    window.click("settings").unwrap();
    is(on);
    window.click("close-settings").unwrap();
}

fn lock_and_unlock(window: &Window) {
    window.click("lock").unwrap();
    unlock(window).unwrap();
}

/// The numbers grow each time, so the last notification shows that none was sent before it.
#[test]
fn a_reminder_comes_once_a_day_and_shows_numbers() {
    let (evening, morning) = evening_and_morning();
    let desktop = Desktop::new();
    let agreed = Agreed::nothing_yet(desktop.laptop.home()).unwrap();
    let late = evening.today.checked_sub_days(Days::new(2)).unwrap();
    agreed.action("Samen naar het koor met Greet", late).unwrap();
    agreed.visit(evening.today).unwrap();

    let window = desktop.unlocked(&evening);
    let evening_says = "1 contact vandaag, 1 actie is te laat";
    desktop.receives(&[evening_says]);
    lock_and_unlock(&window);
    window.kill();

    // The program starts again on the same evening.
    agreed.action("Greet bellen", late).unwrap();
    let window = desktop.unlocked(&evening);
    lock_and_unlock(&window);
    window.kill();

    agreed.action("Een kaart van Greet", evening.today).unwrap();
    let _window = desktop.unlocked(&morning);
    desktop.receives(&[evening_says, "3 acties zijn te laat, 1 contact is nog niet genoteerd"]);
}

#[test]
fn no_reminder_comes_while_reminders_are_off() {
    let (evening, morning) = evening_and_morning();
    let desktop = Desktop::new();
    let agreed = Agreed::nothing_yet(desktop.laptop.home()).unwrap();
    let late = evening.today.checked_sub_days(Days::new(2)).unwrap();
    agreed.action("Samen naar het koor met Greet", late).unwrap();
    let window = desktop.unlocked(&evening);
    desktop.receives(&["1 actie is te laat"]);
    set_reminders(&window, false);
    window.kill();

    // There is one reminder a day, so if one about two actions came now, none about three could come after
    // it.
    agreed.action("Greet bellen", late).unwrap();
    let window = desktop.unlocked(&morning);
    lock_and_unlock(&window);
    window.kill();

    agreed.action("Een kaart van Greet", late).unwrap();
    let window = desktop.unlocked(&morning);
    set_reminders(&window, true);
    lock_and_unlock(&window);
    desktop.receives(&["1 actie is te laat", "3 acties zijn te laat"]);
}
