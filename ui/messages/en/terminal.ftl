# The terminal program
error-no-vault-named = Say which vault: use --vault DIR.
error-no-passphrase = No passphrase was read. Type it, or name with KRING_PASSPHRASE_FILE a file that holds it.
error-unknown-field = “{ $field }” is not a field. Choose from: { $known }.
error-unknown-choice = “{ $value }” does not fit { $field }. Choose from: { $known }.
error-unfit-value = “{ $value }” does not fit { $field }. Write a day as 2026-11-24 and a number in digits.
error-only-text = “{ $field }” does not belong to a note only for you. It has nothing but text: text="…".
terminal-disputed = Two computers say that they belong to { $name }. Nothing goes to { $name } any more. Call { $name }, then begin anew: `kring confirm --refuse`, `kring invite`, and compare the words.
