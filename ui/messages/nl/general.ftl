# Algemeen
app-name = Kring
app-claim = Het netwerk van je cliënt, samen in beeld.
app-safe = Alles staat versleuteld op deze computer. Niemand anders kan het lezen.
back = Terug
cancel = Annuleren
close = Sluiten
save = Opslaan
add = Toevoegen
remove = Weghalen
optional = (mag leeg blijven)
unknown = Nog niet bekend
day-hint = 3-12-2026, 3 dec of morgen
day-refused = Dit is geen dag en is niet opgeslagen. Schrijf bijvoorbeeld 24-11-2026, 3 dec of morgen.
text-refused = Dit is niet opgeslagen.
text-lost = “{ $text }” bij “{ $label }” klopt niet en is niet opgeslagen.
form-problem = Er klopt nog iets niet
