//! Papers that leave the vault: their files, and their entries in the access log.

use std::cell::RefCell;

use coach::CoachError;
use coach::paper::{Paper, PaperDrawing, PaperRequest, PaperTo, print};

use crate::{request, with_greet};

#[test]
fn printing_is_in_the_access_log_and_replaces_no_file() {
    let home = tempfile::tempdir().unwrap();
    let (desk, greet) = with_greet(&home);
    let desk = RefCell::new(desk);
    let folder = home.path().join("downloads");
    std::fs::create_dir(&folder).unwrap();
    let mut files = Vec::new();
    for paper in [Paper::Plan, Paper::Handover, Paper::Copy, Paper::Copy] {
        files.extend(print(&desk, &greet, &request(paper), PaperTo::Folder(&folder)).unwrap());
    }
    let mut names: Vec<_> = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "kring-Alles-in-het-dossier-van-Greet-de-Wit-2.json",
            "kring-Alles-in-het-dossier-van-Greet-de-Wit-2.pdf",
            "kring-Alles-in-het-dossier-van-Greet-de-Wit.json",
            "kring-Alles-in-het-dossier-van-Greet-de-Wit.pdf",
            "kring-Het-plan-van-Greet-de-Wit.pdf",
            "kring-Overdracht--Greet-de-Wit.pdf",
        ]
    );
    let log = desk.borrow().access_log().unwrap();
    let formats: Vec<&str> = log.iter().map(|entry| entry.format.as_str()).collect();
    assert_eq!(formats, ["copy", "copy", "handover", "plan"]);
    assert!(log.iter().all(|entry| entry.dossier.as_ref() == Some(&greet)));
}

#[test]
fn a_drawing_that_is_refused_leaves_no_file_and_no_line_in_the_log() {
    let home = tempfile::tempdir().unwrap();
    let (desk, greet) = with_greet(&home);
    let desk = RefCell::new(desk);
    let drawing = PaperDrawing { svg: "<svg><script/></svg>".into(), says: String::new(), signs: Vec::new() };
    let request = PaperRequest { drawing: Some(drawing), ..request(Paper::Plan) };
    let file = home.path().join("plan.pdf");
    assert!(matches!(print(&desk, &greet, &request, PaperTo::File(&file)), Err(CoachError::Picture(_))));
    assert!(!file.exists() && desk.borrow().access_log().unwrap().is_empty());
}
