# Logboek
logbook-new = Nieuwe notitie
logbook-empty-title = Nog geen notities
logbook-empty = Schrijf na een bezoek op wat er gebeurde en wat je hebt afgesproken.
logbook-list = Notities
logbook-text = Wat is er gebeurd?
logbook-untitled = Lege notitie
logbook-kind = Soort contact
logbook-day = Datum
