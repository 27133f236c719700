# Cijfers
figures = Verantwoording
figures-busy = Je dossiers worden geteld.
figures-reading = Je dossiers worden geteld: { $done } van { $all }.
figures-explain = Cijfers van { $count } cliënten op { $day }. Er staat niets in over één persoon. Voorbeelden tellen niet mee.
figures-own = { $count ->
       [0] Je hebt nog geen cliënten.
       [one] Je hebt nu één cliënt.
      *[other] Je hebt nu { $count } cliënten.
    }
figures-too-few = Er zijn nog geen vijf cliënten. Met zo weinig mensen zeggen cijfers te veel over één van hen.
figures-unread = { $count ->
       [one] 1 dossier was niet te lezen en telt niet mee. Kijk de kluis na bij Instellingen.
       *[other] { $count } dossiers waren niet te lezen en tellen niet mee. Kijk de kluis na bij Instellingen.
    }
figures-few = niet getoond
figures-few-why = Groepen van minder dan vijf staan er niet bij. Soms ontbreekt daarom ook een grotere groep: anders was de kleine uit te rekenen.
figures-withheld = Deze groepen zijn te klein om te tonen.
figures-save = Opslaan als tabel (CSV)
figures-saved = Opgeslagen in { $path }.
figures-what = Wat
figures-group = Groep
figures-count = Cliënten
figures-clients = Alle cliënten
figures-status = Dossiers
figures-status-open = Open
figures-status-closed = Gesloten
figures-step = In welke stap
figures-duration = Hoe lang al
figures-duration-under-3 = Tot drie maanden
figures-duration-3-to-6 = Drie tot zes maanden
figures-duration-6-to-9 = Zes tot negen maanden
figures-duration-over-9 = Langer dan negen maanden
figures-network = Netwerk, van eerste naar laatste meetmoment
figures-network-larger = Groter
figures-network-same = Even groot
figures-network-smaller = Kleiner
figures-network-unknown = Geen meetmoment
figures-goals = Doelen
figures-goals-reached = Een of meer doelen bereikt
figures-goals-none-reached = Nog geen doel bereikt
figures-goals-no-goals = Geen doelen opgeschreven
figures-carer = Belasting van de mantelzorger (Caregiver Strain Index)
figures-carer-high = Hoog (7 of meer)
figures-carer-not-high = Niet hoog
figures-carer-unknown = Niet ingevuld
figures-means = Gemiddeld
figures-then = Bij de start
figures-now = Aan het eind of nu
figures-mean-size = Mensen en organisaties in het netwerk
figures-mean-variety = Hoe gevarieerd het netwerk is (0 tot 1)
