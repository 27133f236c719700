# Client
client-title = About the client
client-close = Close dossier
client-reopen = Reopen dossier
