# Files of other programs
import-title = Read a file
import-explain = Do you have a family tree, a list or contacts in another program? Choose the file. You first see what is in it; then you decide.
import-kinds = Kring reads family trees ({ $trees }), tables ({ $tables }), networks ({ $networks }) and contacts ({ $contacts }).
import-choose = Choose a file
import-busy = Kring is reading the file …
import-preview-title = This is in { $name }
import-total-people = { $count ->
       [one] 1 person in the file
       *[other] { $count } people in the file
    }
import-total-organisations = { $count ->
       [one] 1 organisation in the file
       *[other] { $count } organisations in the file
    }
import-total-ties = { $count ->
       [one] 1 tie in the file
       *[other] { $count } ties in the file
    }
import-total-family = { $count ->
       [one] 1 family line in the file
       *[other] { $count } family lines in the file
    }
import-outcome-added = { $count } added
import-outcome-already-there = { $count } already there
import-outcome-of-client = { $count ->
       [one] 1 of the client
       *[other] { $count } of the client
    }
import-outcome-twice = { $count ->
       [one] 1 duplicate
       *[other] { $count } duplicates
    }
import-outcome-not-added = { $count } not read
import-same-name = { $count ->
       [one] 1 has the same name as somebody who is there already
       *[other] { $count } have the same name as somebody who is there already
    }
import-unread = { $count ->
       [one] 1 thing to check
       *[other] { $count } things to check
    }
import-unread-line = Line { $line }
import-left-out = Kring has no place for: { $kinds }
import-left-out-kind = { $what } ({ $count ->
    [one] line { $lines }
   *[other] lines { $lines }
})
import-client = Who is the client in this file?
import-client-none = The client is not in it
import-nothing-new = There is nothing new in this file.
import-take = Put this on the map
import-done = Added from { $name }
import-who = People in the file
unread-line = This line is not as it should be.
unread-value = Kring does not know this value. The rest was read.
unread-private = This is private in the other program. It was read. Check whether it belongs in this record.
unread-no-name = A name is missing here.
unread-unknown-end = This tie goes to somebody who is not in the file.
unread-ambiguous-end = More people have this name. Kring does not know who is meant.
unread-to-itself = This tie goes from somebody to themselves.
unread-letters = These letters are written in another way than the file says or than the rest of it. Check names with accents.
unread-quote = A quotation mark on this line never closes. Kring read the line without it.
unread-same-id = This number or code stood in the file before. Check whether it is somebody else.
unread-of-client = This is about the client. An import does not change the client’s own details.
unread-breaks-off = The file is broken from here on.
export-title = Save as a file
export-explain = For another program. The file is not encrypted: whoever has it can read it. Kring remembers that you made it.
export-graphml = Network (GraphML)
export-csv = Tables (CSV)
export-json = Whole dossier (JSON)
export-svg = Drawing (SVG)
export-png = Picture (PNG)
export-pdf = Pages to print (PDF)
export-calendar = Agenda without names
export-calendar-names = Agenda with names
export-figures = Figures
export-done = Saved: { $path }
export-before = { $count ->
       [one] Saved as a file once before
       *[other] Saved as a file { $count } times before
    }
error-unknown-format = Kring does not recognise { $name }. Choose a family tree ({ $trees }), a table ({ $tables }), a network ({ $networks }) or contacts ({ $contacts }). Is it in a zip file? Unpack that first.
error-file-too-large = This file is larger than 64 MB. Split it into smaller files and read them one by one.
error-file-no-names = This table has no column with names. Call the column with names "name", and read the file again.
error-file-nothing-found = Kring found nobody in this file. See whether you chose the right file.
error-picture-unreadable = The drawing cannot be read, so nothing was saved. Open the map again and try once more.
error-picture-foreign = The drawing has something in it that does not belong there, so nothing was saved. Open the map again and try once more.
error-picture-too-large = The drawing is too large to save. Show fewer people on the map and try once more.
error-picture-not-made = Saving the drawing did not work. Nothing happened to your dossier. Try once more, or choose another kind of file.
