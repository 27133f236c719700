# Het terminalprogramma
error-no-vault-named = Zeg welke kluis: gebruik --vault MAP.
error-no-passphrase = Er is geen wachtzin gelezen. Typ hem in, of noem met KRING_PASSPHRASE_FILE een bestand waar hij in staat.
error-unknown-field = “{ $field }” is geen veld. Kies uit: { $known }.
error-unknown-choice = “{ $value }” past niet bij { $field }. Kies uit: { $known }.
error-unfit-value = “{ $value }” past niet bij { $field }. Schrijf een dag als 2026-11-24 en een getal in cijfers.
error-only-text = “{ $field }” hoort niet bij een notitie alleen voor jou. Die heeft alleen tekst: text="…".
terminal-disputed = Twee computers zeggen dat ze van { $name } zijn. Er gaat niets meer naar { $name }. Bel { $name }, en begin dan opnieuw: `kring confirm --refuse`, `kring invite` en de woorden vergelijken.
