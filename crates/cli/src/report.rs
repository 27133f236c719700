//! Paper: the plan, the hand-over and the full copy.

use std::cell::RefCell;

use coach::paper::{self, Paper, PaperRequest, PaperTo};
use coach::{Desk, Language};
use serde_json::json;

use crate::arguments::report::ReportArguments;
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

pub(crate) fn run(
    desk: Desk,
    asked: &ReportArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let request = PaperRequest {
        // The words of the command allow no other.
        paper: Paper::of_name(&asked.paper).unwrap_or(Paper::Plan),
        language: if messages.is_english() { Language::En } else { Language::Nl },
        // Only a window draws: here the network is a list.
        drawing: None,
        texts: asked.texts,
    };
    let files =
        paper::print(&RefCell::new(desk), &asked.id.parse()?, &request, PaperTo::File(&asked.output))?;
    if printer.json {
        printer.json(&json!({ "files": files }));
    } else {
        files.iter().for_each(|file| println!("{}", file.display()));
    }
    Ok(())
}
