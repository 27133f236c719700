# Kaart
map-label = Netwerkkaart van { $name }
map-help = Gebruik de pijltjes om langs de mensen te lopen. Enter opent, M verplaatst, T tekent een band, B loopt langs de banden, Shift met Enter kiest er meer, Ctrl met een pijltje voegt iemand toe met een band, Delete haalt weg. Shift 1 toont alles.
view-label = Soort kaart
view-ecogram = Ecogram
view-circle = Netwerkcirkel
show-list = Lijst
map-add = Wie hoort er bij het netwerk?
map-add-hint = Typ een naam en druk op Enter
map-empty-title = Wie zie je op een gewone dag?
map-empty = Typ hierboven de eerste naam. Vraag: wie belt je, wie komt langs, wie help jij?
map-too-many = Er staan { $count } namen in dit netwerk. Dat is te veel voor één tekening. Hier is de lijst; haal weg wie er niet bij hoort.
map-zoom-in = Groter
map-zoom-out = Kleiner
map-fit = Alles in beeld
draw-tie = Band tekenen
draw-tie-choose = Kies nu met wie { $name } een band heeft. Escape stopt.
move-member = Verplaatsen
move-choose = Wijs aan waar { $name } moet staan, of gebruik de pijltjes en Enter. Escape stopt.
member-says = { $name }, { $relation }, { $quality }, { $ties ->
       [0] geen banden
       [one] 1 band
       *[other] { $ties } banden
    }, { $place } van { $count }
said-added = { $name } staat op de kaart.
said-moved = { $name } staat nu bij { $ring }, { $sector }.
said-placed = { $name } is verplaatst.
said-tied = { $a } en { $b } hebben nu een band.
said-tied-already = { $a } en { $b } hebben al een band.
said-removed = { $name } is weggehaald. Met Ongedaan maken komt { $name } terug.
said-stopped = Gestopt. Er is niets veranderd.
legend = Uitleg bij de kaart
legend-strong = Dikke lijn: sterke band
legend-weak = Dunne lijn of streepjes: zwakke band
legend-energy = Pijl: waar de energie naartoe gaat
legend-ordinary = Gewone lijn: gewone band
legend-person = Rondje: een mens
legend-organisation = Vierkant: een organisatie
legend-professional = Streepje onderin: helpt vanuit een beroep
legend-deceased = Kruis: overleden
legend-group = Vlak met een rand: wie bij elkaar horen
legend-quality-supportive = Lijn met een stip: steunend
legend-quality-close = Twee lijnen: hecht
legend-quality-fused = Drie lijnen: zo hecht dat het knelt
legend-quality-neutral = Lange strepen: neutraal
legend-quality-distant = Stippen: op afstand
legend-quality-strained = Zigzag: gespannen
legend-quality-cut_off = Onderbroken: verbroken
list-kind-organisation = Organisatie
legend-circle = Hoe dichter bij het midden, hoe dichterbij het voelt.
view-sociogram = Sociogram
view-genogram = Genogram
map-add-tied = Met een band met { $name }:
map-tidy = Opruimen
map-let-go = Weer vrij laten
choose-several = Meer kiezen
choose-none = Niemand meer kiezen
chosen = gekozen
several-people = { $count } mensen
said-chosen = { $count ->
    [one] 1 gekozen
   *[other] { $count } gekozen
  }
said-added-tied = { $name } staat op de kaart, met een band met { $other }.
said-let-go = { $count ->
    [0] Niemand stond vast.
    [one] 1 staat niet meer vast en krijgt bij Opruimen een eigen plek.
   *[other] { $count } staan niet meer vast en krijgen bij Opruimen een eigen plek.
  }
said-tidied = De kaart is opgeruimd. Wie je zelf een plek gaf, bleef staan.
said-grouped = { $count ->
    [one] 1 hoort nu bij { $group }.
   *[other] { $count } horen nu bij { $group }.
  }
said-ungrouped = { $count ->
    [one] 1 hoort niet meer bij een groep.
   *[other] { $count } horen niet meer bij een groep.
  }
said-no-ties = { $name } heeft hier geen banden.
tie-says = Band tussen { $a } en { $b }: { $quality }, { $strength }
group-name = Naam van de groep
group-hint = Naam, zoals: het koor
group-make = Groep maken
group-leave = Uit de groep
ask-seven-steps-map-1 = Wie zie je op een gewone dag?
ask-seven-steps-map-2 = Wie bel je als er iets moois of iets naars gebeurt?
ask-seven-steps-map-3 = Wie kennen elkaar?
ask-seven-steps-quality-1 = Bij wie kun je echt jezelf zijn?
ask-seven-steps-quality-2 = Wie geeft je energie, en wie kost je energie?
ask-seven-steps-quality-3 = Wat geef jij aan anderen?
ask-seven-steps-possibilities-1 = Waar ben je goed in?
ask-seven-steps-possibilities-2 = Wat deed je vroeger graag?
ask-seven-steps-possibilities-3 = Wat kan een ander van je leren?
ask-seven-steps-widen-1 = Wie zou je vaker willen zien?
ask-seven-steps-widen-2 = Wat zou je durven vragen, en aan wie?
ask-seven-steps-widen-3 = Waar kom je mensen tegen die van hetzelfde houden?
ask-seven-steps-plan-1 = Wat wil je als eerste?
ask-seven-steps-plan-2 = Wat is een heel kleine eerste stap?
ask-seven-steps-plan-3 = Wie kan daarbij helpen?
ask-seven-steps-carry-out-1 = Wat is er gelukt?
ask-seven-steps-carry-out-2 = Wat ging anders dan je dacht?
ask-seven-steps-carry-out-3 = Wat is de volgende stap?
ask-seven-steps-aftercare-1 = Hoe gaat het met wie erbij kwam?
ask-seven-steps-aftercare-2 = Wie spreek je nog steeds?
ask-seven-steps-aftercare-3 = Wat houd je vast als ik minder kom?
ask-network-coach-acquaintance-1 = Wie ben je, en waar kom je vandaan?
ask-network-coach-acquaintance-2 = Waar hoop je op?
ask-network-coach-acquaintance-3 = Hoe wil je dat we samenwerken?
ask-network-coach-map-1 = Wie zie je op een gewone dag?
ask-network-coach-map-2 = Wie hoort bij je, ook al zie je die weinig?
ask-network-coach-map-3 = Wie kennen elkaar?
ask-network-coach-quality-1 = Bij wie kun je echt jezelf zijn?
ask-network-coach-quality-2 = Op wie kun je rekenen als je ziek bent?
ask-network-coach-quality-3 = Wat geef jij aan anderen?
ask-network-coach-out-of-doors-1 = Waar kom je graag in je buurt?
ask-network-coach-out-of-doors-2 = Waar zou je eens willen kijken?
ask-network-coach-out-of-doors-3 = Met wie zou je gaan?
ask-network-coach-interests-1 = Waar word je blij van?
ask-network-coach-interests-2 = Wat doe je als niemand iets van je vraagt?
ask-network-coach-interests-3 = Wat wilde je altijd nog eens doen?
ask-network-coach-team-up-1 = Wie wil je erbij hebben?
ask-network-coach-team-up-2 = Wat vertel je hun?
ask-network-coach-team-up-3 = Wat zou je hun willen vragen?
ask-network-coach-top-three-1 = Welke drie dingen wil je het liefst?
ask-network-coach-top-three-2 = Welk ervan kan het snelst?
ask-network-coach-top-three-3 = Bij welk ervan voel je je het best?
ask-network-coach-plan-1 = Wat wil je als eerste?
ask-network-coach-plan-2 = Wat is een heel kleine eerste stap?
ask-network-coach-plan-3 = Wie doet wat, en wanneer?
ask-network-coach-go-for-it-1 = Wat heb je gedaan waar je trots op bent?
ask-network-coach-go-for-it-2 = Wat hield je tegen?
ask-network-coach-go-for-it-3 = Wat is de volgende stap?
ask-network-coach-learn-1 = Wat heb je geleerd?
ask-network-coach-learn-2 = Wat is er nu anders dan in het begin?
ask-network-coach-learn-3 = Hoe ga je verder?
at-the-table = Aan tafel
at-the-table-leave = Van tafel
at-the-table-asks = Om samen over te praten
layer-since = Wie is er nieuw sinds
layer-since-always = Maakt niet uit
save-picture = Plaatje
save-picture-pdf = Om te drukken (PDF)
save-picture-png = Als foto (PNG)
save-picture-svg = Voor een tekenprogramma (SVG)
picture-title = Het netwerk van { $name }: { $view }
picture-saved = Opgeslagen als { $file }
picture-table = Het netwerk in woorden
picture-says = { $view } met { $count } mensen en organisaties. In de tabel hierna staat hetzelfde in woorden.
long-list = De lange lijst
long-list-hint = Sleep iemand naar een ring. Of kies een naam en wijs daarna de plek aan.
layers = Wie laat je zien?
layers-shown = { $shown } van { $all }
layers-all = Iedereen laten zien
layer-support = Geeft deze steun
layer-any = Alle steun
layer-professionals = Wie helpt vanuit een beroep
layer-professionals-all = Erbij
layer-professionals-without = Weglaten
layer-professionals-only = Alleen zij
layer-hide-names = Namen verbergen
layer-with-client = De cliënt erbij
ring-names = Namen van de ringen en de kwarten
somebody = iemand
an-organisation = organisatie
the-client = cliënt
list-name = Naam
list-relation = Wie is dit?
list-ring = Ring
list-sector = Kwart
list-quality = De band is
list-strength = Hoe sterk?
list-ties = Banden met anderen
map-bar = Knoppen
