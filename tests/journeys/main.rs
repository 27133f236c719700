//! Journeys: what people do, through the real window.

mod first_visit;
mod for_everyone;
mod keyboard;
