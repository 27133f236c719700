//! Journeys: what people do, through the real window.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod beginning;
mod carer;
mod caseload;
mod drawing;
mod files;
mod first_visit;
mod for_everyone;
mod keyboard;
mod logbook;
mod own_device;
mod paper;
mod plan;
mod quality;
#[cfg(target_os = "linux")]
mod reminder;
mod seven_steps;
mod steps;
mod through_time;
mod together;
#[cfg(unix)]
mod touch;
mod two_people;
