# Logboek
logbook-new = Nieuwe notitie
logbook-empty-title = Nog geen notities
logbook-empty = Schrijf na een bezoek op wat er gebeurde en wat je hebt afgesproken.
logbook-list = Notities
logbook-text = Wat is er gebeurd?
logbook-untitled = Lege notitie
logbook-kind = Soort contact
logbook-day = Datum
# Notities: beginnen, alleen voor jou, namen, wat er bij een gesprek hoort
note-otherwise = Anders beginnen
note-with-words = Met een paar vragen erin
template-acquaintance = Kennismaking
template-acquaintance-text =
    Hoe ging de kennismaking?
    
    Wat vertelde de cliënt over zichzelf?
    
    Wat verwacht de cliënt van mij, en ik van de cliënt?
template-visit = Huisbezoek
template-visit-text =
    Hoe was het vandaag?
    
    Waar hadden we het over?
    
    Wat viel me op?
template-call = Telefoontje
template-call-text =
    Wie belde, en waarom?
    
    Wat kwam eruit?
template-evaluation = Evaluatie
template-evaluation-text =
    Wat is er veranderd sinds de vorige keer?
    
    Wat werkte goed, en wat niet?
    
    Waar gaan we mee verder?
note-private = Alleen voor jou
note-private-new = Notitie alleen voor jou
note-private-hint = Of iets wat niemand anders mag zien. Dat kies je als je begint.
note-private-text = Wat wil je voor jezelf onthouden?
note-private-words = Deze notitie blijft op deze computer. Ze gaat niet mee als je het dossier deelt of exporteert.
note-share = Deel deze notitie
note-share-hint = Er komt dan een kopie in het gewone logboek. Wat anderen daar gelezen hebben, kun je niet terugnemen.
note-shared-copy = Er staat nu een kopie in het logboek. Deze notitie blijft van jou alleen.
note-removed = Je eigen notitie is weg.
note-restore = Zet terug
note-mention-hint = Typ @ om iemand van de kaart te noemen.
note-names = Namen op de kaart
note-names-offered =
    { $count ->
        [one] Eén naam: { $name }. Kies met Enter.
       *[other] { $count } namen. { $name } is gekozen; ga met de pijltjes, kies met Enter.
    }
note-on-the-map = Op de kaart:
mentioned-in = Genoemd in het logboek
mentioned-on = Notitie van { $day }
talk = Gesprek
talk-about = Bij dit gesprek
talk-edit = Vul aan
talk-done = Klaar
talk-on = { $what } op { $day }
talk-minutes =
    { $count ->
        [one] één minuut
       *[other] { $count } minuten
    }
talk-with = met { $who }
talk-step = bij de stap “{ $step }”
talk-length = Hoe lang, in minuten
talk-length-refused = Een gesprek duurt 0 tot 1440 minuten. De duur is niet opgeslagen.
talk-present = Wie waren erbij?
talk-which-step = Bij welke stap hoort het?
talk-no-step = Geen stap
parting = Tot slot
parting-agreed = Wat spraken jullie af?
parting-next = Wanneer zien of spreken jullie elkaar weer?
parting-time = Hoe laat
hour-hint = Schrijf het uur zoals je het zegt of zoals op een klok, bijvoorbeeld half drie, kwart over 2 of 14:30.
hour-example = 14:30, half drie of kwart over 2
hour-refused = Dit is geen tijd en is niet opgeslagen. Schrijf bijvoorbeeld 14:30, half drie of kwart over 2.
hour-said =
    { $minute ->
        [0] { $hour } uur
        [15] kwart over { $hour }
        [30] half { $next }
        [45] kwart voor { $next }
       *[other] { $time } uur
    }
hour-said-night = { $time } ’s nachts
hour-said-morning = { $time } ’s ochtends
hour-said-afternoon = { $time } ’s middags
hour-said-evening = { $time } ’s avonds
hour-name =
    { $hour ->
        [1] één
        [2] twee
        [3] drie
        [4] vier
        [5] vijf
        [6] zes
        [7] zeven
        [8] acht
        [9] negen
        [10] tien
        [11] elf
       *[12] twaalf
    }
