# Logbook
logbook-new = New note
logbook-empty-title = No notes yet
logbook-empty = After a visit, write down what happened and what you agreed.
logbook-list = Notes
logbook-text = What happened?
logbook-untitled = Empty note
logbook-kind = Kind of contact
logbook-day = Date
