//! Passphrases come from a prompt, or from the file that `KRING_PASSPHRASE_FILE` names: a line each.

use crate::failure::Failure;

/// Reads the passphrase on `line` of the file, or asks for it.
pub(crate) fn read(question: &str, line: usize) -> Result<String, Failure> {
    match std::env::var_os("KRING_PASSPHRASE_FILE") {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|_| Failure::NoPassphrase)?;
            text.lines().nth(line).map(str::to_owned).ok_or(Failure::NoPassphrase)
        }
        None => rpassword::prompt_password(format!("{question}: ")).map_err(|_| Failure::NoPassphrase),
    }
}
