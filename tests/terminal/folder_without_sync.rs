//! A storage in a folder that cannot be synchronised with the disk, as on CIFS and some FUSE file systems.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use kring_tests::{Coach, terminal};
use tempfile::TempDir;

use crate::storage::Storage;
use crate::{made, meet, until_quiet};

/// Refuses to synchronise folders below a place, as the Linux client of CIFS does.
const REFUSES: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int fsync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    const char *place = getenv("PLACE_WITHOUT_SYNC");
    char link[64], path[4096] = {0};
    struct stat found;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    if (place && !fstat(file, &found) && S_ISDIR(found.st_mode) && readlink(link, path, sizeof path - 1) > 0
        && !strncmp(path, place, strlen(place))) {
        errno = EINVAL;
        return -1;
    }
    return real(file);
}
"#;

#[test]
fn an_envelope_is_written_once_into_a_folder_that_cannot_be_synchronised() -> Result<()> {
    let tools = tempfile::tempdir()?;
    let library = compiled(&tools)?;
    let storage = Storage::folder()?;
    let place = storage.address();
    let kring = terminal()?;
    let with_library = |program: &Path| {
        let mut command = Command::new(program);
        command.env("LD_PRELOAD", &library).env("PLACE_WITHOUT_SYNC", &place);
        command
    };
    let refused = with_library(Path::new("sync")).arg(&place).stderr(Stdio::null()).status()?;
    ensure!(!refused.success(), "the folder can be synchronised here");

    let anna = Coach::at(|| with_library(&kring), "Anna", "professional")?;
    let bram = Coach::at(|| with_library(&kring), "Bram", "volunteer")?;
    meet(&anna, &bram, &storage)?;
    let id = made(anna.says(&["dossier", "new", "Mevrouw De Wit"])?)?;
    anna.says(&["consent", &id, "--purpose", "samen begeleiden", "--given-by", "Mevrouw De Wit"])?;
    anna.says(&["share", &id, "Bram"])?;
    until_quiet(&anna, &bram)?;
    ensure!(storage.envelopes() == 0);
    anna.says(&["person", "add", &id, "name=Fatima"])?;
    for sent in [1, 0, 0] {
        ensure!(anna.says(&["sync"])?["sent"] == sent);
    }
    ensure!(storage.envelopes() == 1);
    until_quiet(&anna, &bram)?;
    ensure!(bram.says(&["person", "list", &id])?[0]["name"] == "Fatima");
    Ok(())
}

/// Compiles the library that refuses, and returns its path.
fn compiled(place: &TempDir) -> Result<PathBuf> {
    let (source, library) = (place.path().join("refuses.c"), place.path().join("refuses.so"));
    fs::write(&source, REFUSES)?;
    let mut compiler = Command::new("cc");
    let made = compiler.args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source).arg("-ldl").status();
    ensure!(made.context("there is no C compiler")?.success(), "the library cannot be compiled");
    Ok(library)
}
