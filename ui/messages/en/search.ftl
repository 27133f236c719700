# Searching all dossiers
found-inside = Found in the dossiers
found-count =
    { $all ->
        [one] One place found in the dossiers.
       *[other] { $all } places found in the dossiers; { $count } stand here.
    }
found-more =
    { $count ->
        [one] There is one more place. Type another word to find it.
       *[other] There are { $count } more places. Type another word to find fewer.
    }
found-unread =
    { $count ->
        [one] One dossier is still being read.
       *[other] { $count } dossiers are still being read.
    }
found-profile = About the client
found-named = { $what }: { $name }
found-day = { $what }, { $day }
