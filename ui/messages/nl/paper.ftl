# Op papier: wat er op de bladzijden staat, en de keuze op het scherm
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
day-said = { $day } { $month } { $year }
paper-day-and-time = { $day } om { $time } uur
paper-yes = Ja
paper-who = Wie is dat?
paper-contact = Contact
paper-planned = Gepland op
paper-score = Uitkomst
paper-note = Notitie
paper-question = Vraag
paper-answer = Antwoord
paper-kin = { $relation ->
    [partner] partner
    [parent] { $gender ->
        [man] vader
        [woman] moeder
       *[other] ouder
    }
    [child] { $gender ->
        [man] zoon
        [woman] dochter
       *[other] kind
    }
    [sibling] { $gender ->
        [man] broer
        [woman] zus
       *[other] broer of zus
    }
    [grandparent] { $gender ->
        [man] opa
        [woman] oma
       *[other] grootouder
    }
    [grandchild] kleinkind
    [family] familie
    [friend] { $gender ->
        [man] vriend
        [woman] vriendin
       *[other] vriend of vriendin
    }
    [acquaintance] kennis
    [neighbour] { $gender ->
        [man] buurman
        [woman] buurvrouw
       *[other] buur
    }
    [colleague] collega
    [fellow] lotgenoot
    [volunteer] vrijwilliger
    [professional] helpt vanuit een beroep
   *[other] { $relation }
  }

paper-plan-title = Het plan van { $name }
paper-plan-about = Gemaakt op { $today }, samen met { $coach }
paper-plan-for = {""}
paper-plan-around = Wie er om mij heen staan
paper-plan-nobody = Er staat nog niemand op mijn kaart.
paper-plan-see-map = Achterin staat mijn kaart.
paper-plan-signs = Wat de tekens betekenen
paper-plan-map = Mijn kaart
paper-ring-intimates = Heel dichtbij
paper-ring-friends = Dichtbij
paper-ring-acquaintances = Iets verder weg
paper-ring-services = Hulp van buiten
paper-ring-none = Ook in mijn leven
paper-plan-goals = Wat ik wil
paper-plan-to-reach = Dit wil ik bereiken:
paper-plan-reached = Dit is al gelukt:
paper-plan-no-goals = Daar denken we nog over na.
paper-plan-actions = Wat we gaan doen
paper-plan-who = Wie doet het?
paper-plan-with = Met wie?
paper-plan-first-step = De eerste kleine stap
paper-plan-where = Waar?
paper-plan-when = Wanneer?
paper-plan-what-for = Waarvoor?
paper-plan-done = Dit hebben we al gedaan:
paper-plan-no-actions = Dat spreken we nog af.
paper-plan-agreements = Wat we hebben afgesproken
paper-plan-who-join = Wie doen mee?
paper-plan-agreed = Afspraken
paper-plan-no-agreements = Er zijn nog geen afspraken.
paper-plan-next = Wanneer we elkaar weer spreken
paper-plan-next-contact = { $moment }, met { $coach }.
paper-plan-no-next = We hebben nog geen dag afgesproken.
paper-plan-later = Daarna kijken we nog eens hoe het gaat:
paper-plan-mine = Dit plan is van mij. Ik mag het altijd veranderen.

paper-handover-title = Overdracht: { $name }
paper-handover-about = Gemaakt op { $today } door { $coach }
paper-handover-for = Voor de collega die dit dossier overneemt. Eigen werkaantekeningen staan er niet in.
paper-handover-stands = Waar het dossier staat
paper-handover-status = Dossier
paper-handover-last = Laatste contact
paper-handover-next = Volgend contact
paper-handover-shared = Wie delen dit dossier
paper-handover-open = Wat nog open staat
paper-handover-at-once = { $count ->
    [one] 1 ding is door twee mensen tegelijk veranderd. Daar moet nog iemand kiezen wat er moet staan.
   *[other] { $count } dingen zijn door twee mensen tegelijk veranderd. Daar moet nog iemand kiezen wat er moet staan.
  }
paper-handover-needs = Hier is nog iets voor nodig:
paper-handover-steps = De stappen
paper-step-now = Hier zijn jullie nu
paper-step-done = Gedaan
paper-step-skipped = Overgeslagen
paper-step-to-come = Nog niet gedaan
paper-step-words = Waarom, of wat het bracht
paper-handover-network = Het netwerk
paper-handover-wants = Wat de cliënt wil en kan
paper-handover-goals = Doelen en acties
paper-other-actions = Acties zonder doel
paper-worked = Gewerkt: { $worked }.
paper-handover-agreements = Afspraken
paper-handover-load = Hoe zwaar de mantelzorg is
paper-handover-aftercare = Nazorg
paper-handover-notes = De laatste notities
paper-earlier-notes = Daarvoor

paper-copy-title = Alles in het dossier van { $name }
paper-copy-about = Gemaakt op { $today } door { $coach }
paper-copy-for = Dit is een kopie van alle gegevens in het dossier, voor { $name }. U hebt daar recht op (AVG, artikel 15 en 20).
paper-copy-about-you = Over { $name }
paper-copy-shared = Wie dit dossier delen
paper-copy-not-shared = Dit dossier is met niemand gedeeld. Alleen { $coach } heeft het.
paper-copy-consent = Waarvoor toestemming is gegeven
paper-consent-purpose = Waarvoor
paper-consent-by = Door wie
paper-consent-how = Hoe
paper-consent-until = Tot en met
paper-copy-people = De mensen
paper-copy-organisations = De organisaties
paper-copy-ties = Banden met elkaar
paper-copy-partnerships = Partners
paper-copy-parentages = Ouders en kinderen
paper-copy-wishes = Wensen
paper-copy-life = Hoe het leven gaat
paper-copy-needs = Wat nodig is
paper-copy-talents = Talenten en interesses
paper-copy-roles = Rollen
paper-copy-resistances = Wat vragen moeilijk maakt
paper-copy-goals = Doelen
paper-copy-actions = Acties
paper-copy-approaches = Samen aanpakken
paper-copy-moments = Meetmomenten
paper-copy-measurements = Ingevulde vragenlijsten
paper-copy-passages = De weg door de stappen
paper-copy-check-ins = Nazorg
paper-copy-supervision = Vragen aan collega’s
paper-copy-notes = Notities
paper-copy-own-methods = Werkwijze van de organisatie
paper-copy-honestly = Wat er niet in staat
paper-copy-own-notes = Een coach mag voor zichzelf aantekeningen maken, om over na te denken. Die aantekeningen staan niet in deze kopie. Ze zijn alleen van de coach en niemand anders kan ze lezen.
paper-copy-taken-out = Wat eerder is weggehaald of veranderd, staat hier niet in. Het kan nog wel in de geschiedenis van het dossier zitten. Vraag { $coach } daarnaar als u dat wilt weten.
paper-copy-others = Staat er iets in over een ander? Ga daar dan zorgvuldig mee om.
paper-copy-beside = Bij deze bladzijden hoort een bestand met dezelfde gegevens (JSON). Daarmee kan een ander programma ze overnemen. In dat bestand staat ook waar iedereen op de kaart staat.
paper-copy-rights = Klopt er iets niet? Dan mag u vragen om het te veranderen of weg te halen. Komt u er samen niet uit, dan kunt u terecht bij de Autoriteit Persoonsgegevens.

on-paper = Op papier
on-paper-explain = Je maakt een PDF die je kunt printen. Het bestand is niet versleuteld. Kring onthoudt dat je het maakte.
on-paper-choose = Wat wil je maken?
on-paper-plan = Het plan, voor de cliënt
on-paper-plan-says = Wie er om de cliënt heen staan, wat die wil, wat jullie doen en wanneer jullie elkaar weer spreken. Met grote letters, zonder je notities.
on-paper-handover = De overdracht, voor wie het overneemt
on-paper-handover-says = Waar het dossier staat, wat er over het netwerk te zeggen is, het plan, de afspraken en de laatste notities. Zonder je eigen aantekeningen.
on-paper-copy = Alles, voor de cliënt die erom vraagt
on-paper-copy-says = Een volledige kopie van het dossier, met ernaast een bestand voor andere programma’s. Lees haar eerst door: er kan iets in staan over een ander.
on-paper-drawing = Welke kaart komt erbij?
on-paper-without = Geen kaart
on-paper-texts = Van hoeveel notities komt de tekst erbij?
on-paper-texts-none = Geen, alleen de titels
on-paper-texts-some = De laatste { $number }
on-paper-make = Maak de PDF
on-paper-busy = De bladzijden worden gemaakt …
on-paper-done = Klaar. Je vindt het hier:
on-paper-map-says = { $view } met { $count } mensen en organisaties. Dezelfde mensen staan in woorden onder “Wie er om mij heen staan”.
export-plan = Plan voor de cliënt (PDF)
export-handover = Overdracht (PDF)
export-copy = Volledige kopie (PDF en JSON)
