# Agenda
agenda = Agenda
agenda-hint = Dit komt uit je notities (volgend contact), je acties en de nazorg. Kies een regel om het dossier te openen.
agenda-late = Te laat
agenda-today = Vandaag, { $day }
agenda-near = De zeven dagen hierna
agenda-later = Later
agenda-nothing-today = Vandaag staat er niets.
agenda-some-time = In de loop van de dag
agenda-hour = { $hour } uur
agenda-what = { $kind }: { $title }
agenda-all = Toon alle { $all }
due-contact = Contact
due-check-in = Nazorg
due-action = Actie
calendar-name = Kring
calendar-title = In een andere agenda
calendar-explain = Je kunt deze agenda ook zien in het programma waarin je je andere afspraken hebt. Voorbeelden gaan niet mee.
calendar-what = Wat komt erin?
calendar-without-names = Zonder namen: alleen “Contact”, “Nazorg” of “Actie”
calendar-with-names = Met namen van cliënten, en wat de actie is
calendar-names-warning = Dan staat in een gewoon bestand wie je cliënten zijn. Iedereen die bij het bestand kan, leest het: wie je agenda beheert, en wie met je meekijkt op je telefoon. In het logboek van toegang komt te staan wie erin staan.
calendar-save = Eén keer opslaan
calendar-saved = Opgeslagen in { $path }.
calendar-folder = In welke map houdt Kring een bestand bij?
calendar-folder-hint = Kies een map die ook op je andere apparaten staat, bijvoorbeeld /home/anna/Nextcloud. Laat je agendaprogramma dat bestand volgen.
calendar-keep = Bestand bijhouden
calendar-kept = Kring houdt { $path } bij, zonder namen, zolang je account open is.
calendar-kept-names = Kring houdt { $path } bij, met namen, zolang je account open is.
calendar-failed = Het bestand kon niet worden bijgewerkt. Kijk of de map er nog is.
calendar-stop = Stoppen en het bestand weghalen
calendar-stopped = Kring houdt geen bestand meer bij.
reminder-title = Kring
reminder-today = { $count ->
       [one] 1 contact vandaag
       *[other] { $count } contacten vandaag
    }
reminder-late-actions = { $count ->
       [one] 1 actie is te laat
       *[other] { $count } acties zijn te laat
    }
reminder-late-contacts = { $count ->
       [one] 1 contact is nog niet genoteerd
       *[other] { $count } contacten zijn nog niet genoteerd
    }
settings-reminders = Herinneringen
settings-reminders-on = Vertel me één keer per dag wat er is, als melding van de computer
settings-reminders-explain = Een melding noemt aantallen en nooit een naam. Ze komt alleen als je account open is.
