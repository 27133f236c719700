# General
app-name = Kring
app-claim = Your client's network, in view together.
app-safe = Everything is stored encrypted on this computer. Nobody else can read it.
back = Back
cancel = Cancel
close = Close
save = Save
add = Add
remove = Remove
optional = (may stay empty)
unknown = Not known yet
day-hint = 3-12-2026, 3 Dec or tomorrow
day-refused = This is not a day and is not saved. Write, for example, 24-11-2026, 3 Dec or tomorrow.
text-refused = This is not saved.
text-lost = “{ $text }” in “{ $label }” is not right and is not saved.
form-problem = Something is not right yet
