//! Tests of what cannot be seen through the public interface: a disk that loses what was not synced or that
//! fails, and what a newer version wrote.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod failing_disk;
mod model_disk;
mod newer_version;
mod power_cut;
mod story;
