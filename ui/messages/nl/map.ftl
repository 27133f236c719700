# Kaart
map-label = Netwerkkaart van { $name }
map-help = Gebruik de pijltjes om langs de mensen te lopen. Enter opent, M verplaatst, T tekent een band, B loopt langs de banden, Shift met Enter kiest er meer, Ctrl met een pijltje voegt iemand toe met een band, Delete haalt weg. Shift 1 toont alles.
view-label = Soort kaart
view-ecogram = Ecogram
view-circle = Netwerkcirkel
show-list = Lijst
map-add = Wie hoort er bij het netwerk?
map-add-hint = Typ een naam en druk op Enter
pasted-title = { $count } namen geplakt
pasted-list = Geplakte namen
pasted-here = (staat al op de kaart)
pasted-add = { $count ->
       [one] Zet 1 mens op de kaart
       *[other] Zet { $count } mensen op de kaart
    }
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
said-added-people = { $count ->
       [one] 1 mens staat op de kaart.
       *[other] { $count } mensen staan op de kaart.
    }
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
legend-unknown = Streep en punt: nog niet bekend
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
