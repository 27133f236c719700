# Cliënt
client-title = Over de cliënt
client-close = Dossier sluiten
client-reopen = Dossier weer openen
