//! Joins the message files of each language into one text.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // Read the variable at run time instead of compile time: several checkouts may share one build folder.
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .ok_or_else(|| io::Error::other("cargo names no CARGO_MANIFEST_DIR"))?;
    let messages = Path::new(&here).join("../../ui/messages");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    for language in ["nl", "en"] {
        let folder = messages.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = fs::read_dir(&folder)?
            .map(|file| file.map(|file| file.path()))
            .collect::<io::Result<Vec<_>>>()?;
        files.sort();
        let texts = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
        fs::write(Path::new(&out).join(format!("{language}.ftl")), texts.join("\n"))?;
    }
    Ok(())
}
