//! Journeys: the work of people, done through the real window.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod accessibility;
mod account;
mod carer;
mod caseload;
mod drawing;
mod files;
#[cfg(target_os = "linux")]
mod half_typed;
mod keyboard;
mod method;
mod notes;
mod own_device;
mod paper;
mod people;
mod plan;
mod quality;
#[cfg(target_os = "linux")]
mod reminder;
mod seven_steps;
mod start;
mod then_and_now;
#[cfg(unix)]
mod touch;
mod two_people;
#[cfg(target_os = "linux")]
mod typing;
