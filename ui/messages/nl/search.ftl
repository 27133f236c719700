# Zoeken in alle dossiers
found-inside = Gevonden in de dossiers
found-count =
    { $all ->
        [one] Eén plek gevonden in de dossiers.
       *[other] { $all } plekken gevonden in de dossiers; { $count } staan hier.
    }
found-more =
    { $count ->
        [one] Er is nog één plek. Typ een woord erbij om die te vinden.
       *[other] Er zijn nog { $count } plekken. Typ een woord erbij om minder te vinden.
    }
found-unread =
    { $count ->
        [one] Eén dossier wordt nog gelezen.
       *[other] { $count } dossiers worden nog gelezen.
    }
found-profile = Over de cliënt
found-named = { $what }: { $name }
found-day = { $what }, { $day }
