# Agenda
agenda = Agenda
agenda-hint = This comes from your notes (next contact), your actions and the aftercare. Choose a line to open the dossier.
agenda-late = Late
agenda-today = Today, { $day }
agenda-near = The seven days after that
agenda-later = Later
agenda-nothing-today = There is nothing today.
agenda-some-time = In the course of the day
agenda-hour = { $hour }
agenda-what = { $kind }: { $title }
agenda-all = Show all { $all }
due-contact = Contact
due-check-in = Check-in
due-action = Action
calendar-name = Kring
calendar-title = In another calendar
calendar-explain = You can also see this agenda in the program that has your other appointments. Examples are left out.
calendar-what = What goes in it?
calendar-without-names = Without names: just “Contact”, “Check-in” or “Action”
calendar-with-names = With clients’ names, and what the action is
calendar-names-warning = A plain file then says who your clients are. Everybody who can get at the file reads it: whoever runs your calendar, and whoever looks along on your telephone. The access log will say who is in it.
calendar-save = Save once
calendar-saved = Saved in { $path }.
calendar-folder = In which folder does Kring keep a file up to date?
calendar-folder-hint = Choose a folder that is on your other devices too, for instance /home/anna/Nextcloud. Let your calendar program follow that file.
calendar-keep = Keep a file
calendar-kept = Kring keeps { $path } up to date, without names, while your account is open.
calendar-kept-names = Kring keeps { $path } up to date, with names, while your account is open.
calendar-failed = The file could not be brought up to date. See whether the folder is still there.
calendar-stop = Stop, and remove the file
calendar-stopped = Kring keeps no file any more.
reminder-title = Kring
reminder-today = { $count ->
       [one] 1 contact today
       *[other] { $count } contacts today
    }
reminder-late-actions = { $count ->
       [one] 1 action is late
       *[other] { $count } actions are late
    }
reminder-late-contacts = { $count ->
       [one] 1 contact was not noted yet
       *[other] { $count } contacts were not noted yet
    }
settings-reminders = Reminders
settings-reminders-on = Tell me once a day what there is, as a notification of the computer
settings-reminders-explain = A notification gives numbers and never a name. It comes only while your account is open.
