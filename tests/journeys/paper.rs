//! Printing a dossier.

use std::path::Path;
use std::process::Command;

use kring_tests::{Laptop, Window, at_a_new_desk, open_example};

const MADE: &str = "[data-testid='paper-done']";

/// Prints one kind of paper and waits for its file.
fn made(window: &Window, paper: &str, file: &Path) {
    window.click(&format!("paper-{paper}")).unwrap();
    window.click("paper-make").unwrap();
    window.wait_for_text(MADE, &file.display().to_string()).unwrap();
    assert!(file.is_file(), "{}", file.display());
}

/// Returns the output of another program about a file.
fn output_of(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    let output =
        command.args(arguments).arg(file).args((program == "pdftotext").then_some("-")).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    // A line of the page may end anywhere in a sentence.
    String::from_utf8_lossy(&output.stdout).replace('\n', " ")
}

/// The names in the drawing are letters, not pixels.
#[test]
fn the_plan_the_hand_over_and_the_full_copy_are_printed_and_logged() {
    let laptop = Laptop::new(1280, 800).unwrap();
    let downloads = laptop.downloads().unwrap();
    let window = laptop.open().unwrap();
    at_a_new_desk(&window).unwrap();
    open_example(&window).unwrap();
    window.click("tab-client").unwrap();
    window.sees("Wat wil je maken?").unwrap();
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());

    let plan = downloads.join("kring-Het-plan-van-Greet-de-Wit.pdf");
    window.choose("paper-drawing", "circle").unwrap();
    made(&window, "plan", &plan);
    assert_eq!(window.axe().unwrap(), Vec::<String>::new());
    let text = output_of("pdftotext", &[], &plan);
    assert!(text.contains("Weer een avond in de week zingen") && text.contains("Joris, zoon"), "{text}");
    assert!(!text.contains("haar ogen"), "{text}");
    // The drawing with its names is on a page of its own.
    let last = output_of("pdftotext", &["-f", "2"], &plan);
    assert!(last.contains("Mijn kaart") && last.contains("Fatima") && last.contains("Marieke"), "{last}");
    assert!(output_of("pdfinfo", &["-struct-text"], &plan).contains("Figure"));

    let handover = downloads.join("kring-Overdracht--Greet-de-Wit.pdf");
    made(&window, "handover", &handover);
    assert!(output_of("pdftotext", &[], &handover).contains("haar ogen"));

    let copy = downloads.join("kring-Alles-in-het-dossier-van-Greet-de-Wit.pdf");
    made(&window, "copy", &copy);
    window.wait_for_text(MADE, &copy.with_extension("json").display().to_string()).unwrap();
    let beside = std::fs::read(copy.with_extension("json")).unwrap();
    assert!(String::from_utf8_lossy(&beside).contains("haar ogen"));

    for file in [&plan, &handover, &copy] {
        assert!(output_of("qpdf", &["--check"], file).contains("No syntax or stream encoding errors found"));
        let about = output_of("pdfinfo", &[], file);
        assert!(about.contains("Tagged:          yes"), "{about}");
    }
    // All three are in the access log beside them.
    window.sees("3 keer eerder opgeslagen als bestand").unwrap();
    window.script("document.querySelectorAll('details').forEach((one) => one.open = true)", &[]).unwrap();
    for line in ["Plan voor de cliënt (PDF)", "Overdracht (PDF)", "Volledige kopie (PDF en JSON)"] {
        window.sees(line).unwrap();
    }
}
