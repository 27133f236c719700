//! Reading passphrases from a prompt, or from the file that `KRING_PASSPHRASE_FILE` names, which has one on
//! each line.

use crate::failure::Failure;

/// Returns line `line` of the passphrase file, counted from 0. Asks `question` at a prompt if there is no
/// such file.
pub(crate) fn read(question: &str, line: usize) -> Result<String, Failure> {
    match std::env::var_os("KRING_PASSPHRASE_FILE") {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|_| Failure::NoPassphrase)?;
            text.lines().nth(line).map(str::to_owned).ok_or(Failure::NoPassphrase)
        }
        None => rpassword::prompt_password(format!("{question}: ")).map_err(|_| Failure::NoPassphrase),
    }
}
