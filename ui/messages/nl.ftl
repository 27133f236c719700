## Algemeen
app-name = Kring
app-claim = Het netwerk van je cliënt, samen in beeld.
app-safe = Alles staat versleuteld op deze computer. Niemand anders kan het lezen.
back = Terug
cancel = Annuleren
close = Sluiten
save = Bewaren
add = Toevoegen
remove = Weghalen
optional = (mag leeg blijven)
unknown = Nog niet bekend
day-hint = dag-maand-jaar
day-refused = Dit is geen dag en is niet opgeslagen. Schrijf bijvoorbeeld 24-11-2026.
form-problem = Er klopt nog iets niet
skip-to-content = Naar de inhoud

## Accounts
welcome-title = Welkom bij Kring
welcome-choose = Wie ben je?
welcome-first = Maak eerst een account op deze computer. Dat duurt twee minuten.
welcome-new = Nieuw account maken
create-title = Account maken
create-name = Je naam
create-name-hint = Zo zien collega's later wie iets schreef.
create-label = Naam van het account
create-label-hint = Deze naam is op deze computer te zien voordat je inlogt.
create-role = Je rol
role-professional = Beroepskracht
role-volunteer = Vrijwillige netwerkcoach
role-trainee = Student of cursist
create-passphrase = Wachtzin
create-passphrase-hint = Neem vier of meer woorden die niet bij elkaar horen.
create-submit = Account maken
passphrase-show = Wachtzin tonen
passphrase-score-0 = Te makkelijk te raden
passphrase-score-1 = Nog te makkelijk te raden
passphrase-score-2 = Bijna goed
passphrase-score-3 = Goed
passphrase-score-4 = Heel goed
passphrase-common = Deze woorden gebruiken veel mensen.
passphrase-name = Een naam is makkelijk te raden.
passphrase-keyboard = Toetsen naast elkaar zijn makkelijk te raden.
passphrase-repeats = Herhalen helpt niet.
passphrase-sequence = Een reeks als abc is makkelijk te raden.
passphrase-date = Een datum of jaartal is makkelijk te raden.
passphrase-more-words = Voeg nog een woord toe dat er niet bij hoort.
passphrase-tricks = Hoofdletters en cijfers in plaats van letters helpen weinig.
recovery-title = Je herstelcode
recovery-why = Vergeet je je wachtzin, dan kom je alleen met deze code weer binnen. Schrijf hem op en bewaar hem thuis. We tonen hem maar één keer.
recovery-ask = Typ of plak de code
recovery-confirm = Ik heb hem bewaard
recovery-later = Later
recovery-mismatch = Dit is niet dezelfde code. Kijk nog eens goed en typ hem opnieuw.
unlock-title = Dag { $label }
unlock-passphrase = Wachtzin
unlock-submit = Openen
unlock-busy = Even geduld, de kluis gaat open …
unlock-forgotten = Wachtzin vergeten?
unlock-code = Herstelcode
unlock-new-passphrase = Nieuwe wachtzin
lock = Op slot
lock-soon = Kring gaat over een minuut op slot, omdat er niets gebeurt.
lock-stay = Doorgaan

## Dossiers
caseload-title = Mijn dossiers
caseload-search = Zoek op naam
caseload-new = Nieuw dossier
caseload-new-name = Naam of schuilnaam van de cliënt
caseload-create = Dossier maken
caseload-example = Voorbeeld bekijken
caseload-example-mark = Voorbeeld, geen echt mens
caseload-empty-title = Hier komen je dossiers
caseload-empty = Begin met een nieuw dossier, of kijk eerst rond in een voorbeeld met een verzonnen cliënt.
caseload-nothing = Geen dossier gevonden met “{ $text }”. Kijk of de naam goed gespeld is.
caseload-members = { $count ->
       [0] nog niemand op de kaart
       [one] 1 naam op de kaart
       *[other] { $count } namen op de kaart
    }
caseload-actions = { $count ->
       [0] geen open acties
       [one] 1 open actie
       *[other] { $count } open acties
    }
caseload-edited = Bijgewerkt op { $day }
caseload-closed = Gesloten
caseload-count = { $count ->
       [one] 1 dossier
       *[other] { $count } dossiers
    }
recovery-reminder = Je hebt je herstelcode nog niet nagekeken. Zonder code en zonder wachtzin is alles weg.
recovery-renew = Nieuwe herstelcode maken

## Dossier
tab-map = Kaart
tab-quality = Kwaliteit
tab-then = Toen en nu
tab-logbook = Logboek
tab-plan = Plan
tab-client = Cliënt
tabs-label = Delen van het dossier
save-saved = Opgeslagen op deze computer
save-saving = Bezig met opslaan …
save-failed = Nog niet opgeslagen
leave-anyway = Toch weggaan; wat niet is opgeslagen, gaat verloren
undo = Ongedaan maken
redo = Opnieuw doen
undo-nothing = Er is niets om ongedaan te maken.
undo-changed-by-another = Iemand anders heeft dit daarna veranderd. Het blijft staan.
redo-nothing = Er is niets om opnieuw te doen.
redo-changed-by-another = Iemand anders heeft dit daarna veranderd. Het blijft staan.
read-only = Dit dossier is gemaakt met een nieuwere Kring. Je kunt het lezen. Werk Kring bij om verder te schrijven.

## Kaart
map-label = Netwerkkaart van { $name }
map-help = Gebruik de pijltjes om langs de mensen te lopen. Enter opent, M verplaatst, T tekent een band, B loopt langs de banden, Shift met Enter kiest er meer, Ctrl met een pijltje voegt iemand toe met een band, Delete haalt weg. Shift 1 toont alles.
view-label = Soort kaart
view-ecogram = Ecogram
view-circle = Netwerkcirkel
show-map = Kaart
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
picture-saved = Bewaard als { $file }
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

## Paneel
panel-title = Over { $name }
panel-more = Meer over deze persoon
panel-ties = Banden met anderen
panel-no-ties = Nog geen band met anderen getekend.
panel-tie-remove = Band met { $name } weghalen
panel-client = Dit is de cliënt.
field-name = Naam
field-relation = Wie is dit voor de cliënt?
field-sector = Kwart van de cirkel
field-ring = Hoe dichtbij voelt het?
field-age = Leeftijd
field-gender = Geslacht
field-civil_status = Burgerlijke staat
field-work = Werk
field-schooling = Scholing
field-travel = Reistijd
field-frequency = Hoe vaak is er contact?
field-channel = Hoe gaat het contact?
field-initiative = Wie zoekt contact?
field-gives = Steun die de cliënt krijgt
field-receives = Steun die de cliënt geeft
field-quality = Hoe is de band?
field-strength = Hoe sterk is de band?
field-energy = Waar gaat de energie heen?
field-carer_roles = Mantelzorg
field-life = Leeft nog?
field-contact = Bereikbaar via
field-remark = Wat is verder van belang?
field-title = Omschrijving
field-text = Tekst
field-birth_year = Geboortejaar
field-household = Woont met
field-languages = Talen
field-district = Wijk of dorp
field-story = Het verhaal, in eigen woorden
field-method = Werkwijze
field-step = Stap
field-kind = Soort
field-a = Eerste persoon
field-b = Tweede persoon
field-words = Woorden
field-ecogram = Plaats op de kaart
field-circle = Plaats in de cirkel
field-sociogram = Plaats in het sociogram
field-genogram = Plaats in het genogram
field-group = Groep
field-called_intimates = Naam van de binnenste ring
field-called_friends = Naam van de tweede ring
field-called_acquaintances = Naam van de derde ring
field-called_services = Naam van de buitenste ring
field-called_family = Naam van het kwart linksboven
field-called_society = Naam van het kwart rechtsboven
field-called_professionals = Naam van het kwart linksonder
field-called_fellow_clients = Naam van het kwart rechtsonder
field-parent = Ouder
field-child = Kind
field-day = Datum

## Logboek
logbook-new = Nieuwe notitie
logbook-empty-title = Nog geen notities
logbook-empty = Schrijf na een bezoek op wat er gebeurde en wat je hebt afgesproken.
logbook-list = Notities
logbook-text = Wat is er gebeurd?
logbook-untitled = Lege notitie
logbook-kind = Soort contact
logbook-day = Datum

## Plan
plan-goals = Doelen
plan-new-goal = Wat wil de cliënt bereiken?
plan-add-goal = Doel toevoegen
plan-actions = Acties
plan-new-action = Wat gaan we doen?
plan-add-action = Actie toevoegen
plan-doer = Wie doet dit?
plan-due = Wanneer klaar?
plan-first-step = Eerste kleine stap
plan-status = Hoe staat het?
plan-intervention = Wat doet het met het netwerk?
plan-goal-of = Hoort bij doel
plan-empty-title = Nog geen plan
plan-empty = Begin met één doel dat de cliënt zelf kiest. Klein is goed.
plan-remove = { $title } weghalen

## Cliënt
client-title = Over de cliënt
client-close = Dossier sluiten
client-reopen = Dossier weer openen

## Instellingen
settings = Instellingen
settings-language = Taal
language-nl = Nederlands
language-en = English
settings-theme = Kleuren
theme-system = Zoals de computer
theme-light = Licht
theme-dark = Donker
settings-passphrase = Wachtzin veranderen
settings-old = Wachtzin van nu
settings-new = Nieuwe wachtzin
settings-changed = Je wachtzin is veranderd.
settings-check = Kluis nakijken
check-all-well = Alles is in orde: { $detail } gegevens nagekeken.
problem-entry-damaged = Een gegeven is beschadigd ({ $detail }). Sluit Kring en open het opnieuw; Kring herstelt wat kan.
problem-entry-unreadable = Een deel van de kluis is niet te lezen ({ $detail }). Sluit Kring en open het opnieuw.
problem-journal-damaged = Het journaal is beschadigd bij { $detail }. Sluit Kring en open het opnieuw; Kring herstelt het.
problem-differs = Twee kopieën verschillen ({ $detail }). Sluit Kring en open het opnieuw; Kring herstelt het.
repair-header = De sleutelgegevens waren beschadigd en zijn hersteld. Er is niets verloren.
repair-journal = Een deel van het journaal was beschadigd. Wat leesbaar was, is hersteld.
repair-journal-gone = Het journaal was weg en is opnieuw gemaakt. Er is niets verloren.
repair-sled = De opslag was beschadigd en is opnieuw gemaakt uit het journaal.
repair-entries = Er misten { $detail } gegevens in de opslag. Ze zijn hersteld uit het journaal.
repair-set-aside = De beschadigde bestanden staan apart in “{ $detail }”. Laat iemand van beheer ernaar kijken.

## Fouten
error-unexpected = Er ging iets mis: { $detail }. Probeer het nog eens.
error-wrong-passphrase = Deze wachtzin past niet. Kijk of Caps Lock aan staat en probeer het opnieuw.
error-wrong-recovery-code = Deze herstelcode past niet. Kijk hem teken voor teken na.
error-header-damaged = De sleutelgegevens in { $path } zijn beschadigd. Zet een reservekopie van die map terug, of vraag beheer om hulp. Er is niets weggegooid.
error-header-asks-too-much = De sleutelgegevens kloppen niet: ze vragen meer geheugen dan kan. Zet een reservekopie terug.
error-newer-format = Deze kluis is gemaakt met een nieuwere Kring. Werk Kring bij en open hem dan.
error-in-use = Dit account is al open in een ander venster of programma. Sluit dat eerst.
error-disk-full = De schijf is vol. Maak ruimte vrij en probeer het opnieuw. Wat al was opgeslagen, is veilig.
error-read-only = Kring mag niet schrijven in { $path }. Vraag beheer om schrijfrechten op die map.
error-not-a-vault = In { $path } staat geen account van Kring. Kijk of de map klopt.
error-already-exists = Er is al iets met deze naam. Kies een andere naam voor het account.
error-too-large = Dit is te groot om in één keer te bewaren. Maak het kleiner.
error-entry-damaged = Een gegeven is beschadigd en niet te lezen ({ $path }). De rest kun je gewoon gebruiken.
error-index = De opslag doet het niet: { $detail }. Sluit Kring en open het opnieuw.
error-no-randomness = De computer gaf geen willekeurige getallen. Start de computer opnieuw op.
error-io = Schrijven of lezen in { $path } lukte niet. Kijk of de schijf er nog is en probeer het opnieuw.
error-empty = Vul in: { $field }.
error-too-long = { $field } is te lang. Er passen { $most } tekens.
error-unprintable = In { $field } staat een teken dat niet te zien is. Typ het opnieuw.
error-off-the-map = Deze plek ligt buiten de kaart. Kies een plek op de kaart.
error-not-a-year = { $field }: vul een jaartal van vier cijfers in, zoals 1948.
error-to-itself = Een band loopt tussen twee verschillende mensen. Kies iemand anders.
error-not-there = { $id } staat niet (meer) in dit dossier. Kijk of het is weggehaald.
error-stands-already = { $id } staat al in dit dossier.
error-newer-dossier = Dit dossier is gemaakt met een nieuwere Kring. Werk Kring bij om erin te schrijven.
error-document-damaged = Een deel van dit dossier is beschadigd. Kijk de kluis na bij Instellingen.
error-not-an-id = “{ $id }” is geen kenmerk van Kring. Neem het over uit de lijst.
error-no-such-dossier = Er is geen dossier { $id } in dit account.
error-locked = Kring staat op slot. Open eerst je account.
error-weak-passphrase = Deze wachtzin is te makkelijk te raden. Neem vier of meer losse woorden.
error-bad-label = “{ $label }” kan geen naam van een account zijn. Gebruik letters en cijfers, zonder / of :.
error-account-damaged = De gegevens van je account zijn niet te lezen. Zet een reservekopie terug.
error-file = { $path } is niet te lezen of te schrijven. Kijk of het bestand er is.

## Keuzes
relation-partner = Partner
relation-parent = Vader of moeder
relation-child = Zoon of dochter
relation-sibling = Broer of zus
relation-grandparent = Opa of oma
relation-grandchild = Kleinkind
relation-family = Andere familie
relation-friend = Vriend of vriendin
relation-acquaintance = Kennis
relation-neighbour = Buur
relation-colleague = Collega
relation-fellow = Lotgenoot of medecliënt
relation-volunteer = Vrijwilliger
relation-professional = Beroepskracht
sector-family = Familie
sector-fellow_clients = Medecliënten
sector-professionals = Professionals
sector-society = Samenleving
ring-intimates = Intimi
ring-friends = Vrienden
ring-acquaintances = Bekenden
ring-services = Diensten
age-0-17 = Jonger dan 18
age-18-29 = 18 tot 30
age-30-44 = 30 tot 45
age-45-64 = 45 tot 65
age-65-79 = 65 tot 80
age-80plus = 80 of ouder
gender-woman = Vrouw
gender-man = Man
gender-other = Anders
civil-status-single = Alleenstaand
civil-status-living_together = Samenwonend
civil-status-married = Getrouwd
civil-status-divorced = Gescheiden
civil-status-widowed = Weduwe of weduwnaar
work-paid = Betaald werk
work-voluntary = Vrijwilligerswerk
work-study = School of studie
work-household = Zorgt voor huis of anderen
work-seeking = Zoekt werk
work-unable = Kan niet werken
work-retired = Met pensioen
schooling-primary = Basisschool
schooling-lower = Vmbo of lager
schooling-middle = Havo, vwo of mbo
schooling-higher = Hbo of universiteit
travel-same_house = Zelfde huis
travel-walk = Op loopafstand
travel-half_hour = Binnen een half uur
travel-two_hours = Binnen twee uur
travel-farther = Verder weg
travel-abroad = In het buitenland
frequency-daily = Elke dag
frequency-weekly = Elke week
frequency-monthly = Elke maand
frequency-quarterly = Een paar keer per jaar
frequency-yearly = Een keer per jaar of minder
frequency-never = Nu geen contact
channel-meeting = Elkaar zien
channel-telephone = Bellen
channel-messages = Berichtjes
channel-video = Beeldbellen
channel-letters = Brieven en kaarten
initiative-client = Vooral de cliënt
initiative-other = Vooral de ander
initiative-both = Allebei
support-practical = Praktische hulp
support-emotional = Emotionele steun
support-company = Gezelschap
support-appraisal = Waardering en een eerlijk oordeel
support-information = Informatie en advies
quality-supportive = Steunend
quality-close = Hecht
quality-fused = Zo hecht dat het knelt
quality-neutral = Neutraal
quality-distant = Op afstand
quality-strained = Gespannen
quality-cut_off = Verbroken
strength-strong = Sterk
strength-ordinary = Gewoon
strength-weak = Zwak
energy-towards = Naar de cliënt
energy-away = Weg van de cliënt
energy-both = Twee kanten op
energy-neither = Geen kant op
carer-role-pivotal_carer = Spilmantelzorger
carer-role-advocate = Belangenbehartiger
carer-role-case_manager = Casemanager
life-alive = Ja
life-deceased = Overleden
organisation-care = Zorg en gezondheid
organisation-welfare = Welzijn of buurthuis
organisation-club = Club of vereniging
organisation-faith = Kerk, moskee of geloof
organisation-school = School of cursus
organisation-work = Werk
organisation-authority = Gemeente of overheid
organisation-peers = Lotgenotencontact
tie-acquainted = Kennen elkaar
tie-family = Familie
tie-friends = Vrienden
tie-neighbours = Buren
tie-colleagues = Collega's
tie-care = Zorg
partnership-married = Getrouwd
partnership-living_together = Samenwonend
partnership-apart = Relatie, elk in eigen huis
parentage-birth = Geboren kind
parentage-adopted = Geadopteerd
parentage-foster = Pleegkind
parentage-step = Stiefkind
household-alone = Alleen
household-partner = Met partner
household-family = Met partner en kinderen
household-single_parent = Met kinderen, zonder partner
household-parents = Bij ouders
household-others = Met anderen
household-sheltered = In een instelling of beschermd
household-none = Geen vast huis
dossier-status-open = Open
dossier-status-closed = Gesloten
life-dimension-emotional = Emotioneel welbevinden
life-dimension-relations = Relaties met anderen
life-dimension-material = Materieel welbevinden
life-dimension-development = Persoonlijke ontplooiing
life-dimension-physical = Lichamelijk welbevinden
life-dimension-self_determination = Zelfbepaling
life-dimension-inclusion = Sociale inclusie
life-dimension-rights = Rechten
provision-own_strength = Eigen kracht
provision-network = Sociaal netwerk
provision-general = Algemene voorzieningen
provision-individual = Individuele voorzieningen
need-status-open = Open
need-status-met = Vervuld
reason-reciprocity = Niets terug kunnen doen
reason-burden = Anderen niet willen belasten
reason-privacy = Privacy
reason-role_confusion = Rollen niet willen mengen
reason-autonomy = Het zelf willen doen
role-time-now = Nu
role-time-wished = Gewenst
role-time-dropped = Gestopt
goal-contacts = Contacten
goal-doing_things = Dingen doen
goal-practical_help = Praktische hulp
goal-status-open = Wordt aan gewerkt
goal-status-reached = Bereikt
goal-status-let_go = Losgelaten
network-dimension-size = Omvang
network-dimension-variety = Gevarieerdheid
network-dimension-density = Dichtheid
network-dimension-reachability = Bereikbaarheid
network-dimension-care_capacity = Zorgkracht
intervention-revive = Reanimeren: een oud contact nieuw leven geven
intervention-activate = Activeren: iemands kwaliteiten benutten
intervention-unblock = Deblokkeren: een verstoorde band herstellen
intervention-intensify = Intensiveren: een contact aan de rand aanhalen
intervention-maintain = Onderhouden: zorgen dat een band blijft
intervention-widen = Uitbreiden: een nieuw contact
intervention-change_attitude = Een houding veranderen
intervention-cut = Losser maken of doorsnijden
plan-method-family_group_conference = Eigen Kracht Conferentie
plan-method-network_strengthening = Sociale Netwerkversterking
plan-method-role_valorisation = Sociale rol versterking
action-status-planned = Nog niet begonnen
action-status-started = Bezig
action-status-done = Gedaan
action-status-dropped = Gaat niet door
note-visit = Bezoek
note-call = Telefoongesprek
note-message = Bericht
note-consultation = Overleg
note-thought = Gedachte
instrument-caregiver_strain_index = Caregiver Strain Index
instrument-carer_qol = CarerQol
instrument-caregiver_reaction_assessment = Caregiver Reaction Assessment
instrument-social_support_list = Sociale steunlijst
instrument-three_questions = Drie korte vragen
method-seven-steps = Zeven stappen
step-seven-steps-map = Netwerk in kaart brengen
step-seven-steps-quality = Kwaliteit bespreken
step-seven-steps-possibilities = Mogelijkheden en kwaliteiten
step-seven-steps-widen = Beter benutten of uitbreiden
step-seven-steps-plan = Actieplan maken
step-seven-steps-carry-out = Uitvoeren
step-seven-steps-aftercare = Nazorg
method-network-coach = Natuurlijk, een netwerkcoach!
step-network-coach-acquaintance = Kennismaking
step-network-coach-map = Netwerk in kaart
step-network-coach-quality = Wat is de kwaliteit?
step-network-coach-out-of-doors = De deur uit
step-network-coach-interests = Persoonlijke interesses
step-network-coach-team-up = Team-up bijeenkomst
step-network-coach-top-three = Top drie actie
step-network-coach-plan = Een persoonlijk actieplan
step-network-coach-go-for-it = Ga ervoor!
step-network-coach-learn = Leren van ervaringen
error-no-vault-named = Zeg welke kluis: gebruik --vault MAP.
error-no-passphrase = Er is geen wachtzin gelezen. Typ hem in, of noem met KRING_PASSPHRASE_FILE een bestand waar hij in staat.
error-unknown-field = “{ $field }” is geen veld. Kies uit: { $known }.
error-unknown-choice = “{ $value }” past niet bij { $field }. Kies uit: { $known }.
error-unfit-value = “{ $value }” past niet bij { $field }. Schrijf een dag als 2026-11-24 en een getal in cijfers.

## Bestanden van andere programma's
import-title = Lees een bestand in
import-explain = Heb je een stamboom, een lijst of contacten in een ander programma? Kies het bestand. Je ziet eerst wat erin staat; daarna beslis je.
import-kinds = Kring leest stambomen (GEDCOM), tabellen (CSV), netwerken (GraphML, Network Canvas) en contacten (vCard).
import-choose = Kies een bestand
import-busy = Kring leest het bestand …
import-preview-title = Dit staat in { $name }
import-people = { $count ->
       [one] 1 mens erbij
       *[other] { $count } mensen erbij
    }
import-organisations = { $count ->
       [one] 1 organisatie erbij
       *[other] { $count } organisaties erbij
    }
import-ties = { $count ->
       [one] 1 band erbij
       *[other] { $count } banden erbij
    }
import-family = { $count ->
       [one] 1 familielijn erbij
       *[other] { $count } familielijnen erbij
    }
import-already-there = { $count ->
       [one] 1 stond er al; die blijft zoals hij is
       *[other] { $count } stonden er al; die blijven zoals ze zijn
    }
import-same-name = { $count ->
       [one] 1 heeft dezelfde naam als iemand die er al staat
       *[other] { $count } hebben dezelfde naam als iemand die er al staat
    }
import-unread = { $count ->
       [one] 1 regel kon Kring niet lezen
       *[other] { $count } regels kon Kring niet lezen
    }
import-unread-line = Regel { $line }
import-left-out = Kring heeft geen plek voor: { $kinds }
import-client = Wie is de cliënt in dit bestand?
import-client-none = De cliënt staat er niet in
import-nothing-new = Er staat niets nieuws in dit bestand.
import-take = Zet dit op de kaart
import-done = Toegevoegd: { $people ->
       [one] 1 mens
       *[other] { $people } mensen
    }, { $organisations ->
       [one] 1 organisatie
       *[other] { $organisations } organisaties
    }, { $ties ->
       [one] 1 band
       *[other] { $ties } banden
    }.
import-who = Mensen in het bestand
unread-line = Deze regel is niet zoals het hoort.
unread-value = Deze waarde kent Kring niet. De rest is wel gelezen.
unread-no-name = Hier ontbreekt een naam.
unread-unknown-end = Deze band gaat naar iemand die niet in het bestand staat.
unread-ambiguous-end = Meer mensen hebben deze naam. Kring weet niet wie dit is.
unread-to-itself = Deze band gaat van iemand naar zichzelf.
unread-breaks-off = Vanaf hier is het bestand kapot.
export-title = Bewaar als bestand
export-explain = Voor een ander programma. Het bestand is niet versleuteld: wie het heeft, kan het lezen. Kring onthoudt dat je het maakte.
export-graphml = Netwerk (GraphML)
export-csv = Tabellen (CSV)
export-json = Hele dossier (JSON)
export-svg = Tekening (SVG)
export-png = Afbeelding (PNG)
export-pdf = Bladzijden om te printen (PDF)
export-done = Bewaard: { $path }
export-before = { $count ->
       [one] 1 keer eerder bewaard als bestand
       *[other] { $count } keer eerder bewaard als bestand
    }
error-unknown-format = Kring herkent { $name } niet. Kies een stamboom (.ged), een tabel (.csv), een netwerk (.graphml) of contacten (.vcf). Zit het in een zip-bestand? Pak dat eerst uit.
error-file-too-large = Dit bestand is groter dan 64 MB. Verdeel het in kleinere bestanden en lees ze een voor een in.
error-file-no-names = Deze tabel heeft geen kolom met namen. Noem de kolom met namen "naam", en lees het bestand nog eens in.
error-file-nothing-found = Kring vond niemand in dit bestand. Kijk of je het goede bestand koos.
error-picture-unreadable = De tekening is niet te lezen, dus er is niets bewaard. Open de kaart opnieuw en probeer het nog eens.
error-picture-foreign = In de tekening zit iets dat er niet in hoort, dus er is niets bewaard. Open de kaart opnieuw en probeer het nog eens.
error-picture-too-large = De tekening is te groot om te bewaren. Laat minder mensen zien op de kaart en probeer het nog eens.
error-picture-not-made = Het bewaren van de tekening lukte niet. Met je dossier is niets gebeurd. Probeer het nog eens, of kies een andere soort bestand.

## Samenwerken
together = Samenwerken
together-title = Met wie werk je samen?
together-empty = Nodig een collega uit. Daarna kun je een dossier delen. Alleen jullie kunnen het lezen.
together-invite = Iemand uitnodigen
together-have-invitation = Ik heb een uitnodiging
together-your-mark = Jouw kenmerk: { $mark }
together-more = Waar de berichten liggen
invite-title = Uitnodiging
invite-how = Stuur deze tekst naar je collega, bijvoorbeeld in een e-mail. Je collega plakt hem in Kring. De uitnodiging werkt één keer, tot { $day }.
invite-text = Tekst van de uitnodiging
invite-copy = Kopiëren
invite-copied = Gekopieerd. Plak de tekst nu in je e-mail.
invite-save = Bewaren als bestand
invite-saved = Bewaard als { $path }
invite-picture = Of laat deze code lezen
invite-no-storage = Er is nog geen plek voor de berichten. Kies die eerst hieronder. Of draag de berichten zelf over met een bestand.
invite-open = Uitnodiging die nog niet is beantwoord, geldig tot { $day }
invite-withdraw = Intrekken
accept-title = Uitnodiging aannemen
accept-how = Plak hier de tekst die je hebt gekregen. Je mag de hele e-mail plakken.
accept-text = Tekst van de uitnodiging
accept-file = Bestand kiezen
accept-submit = Aannemen
accept-done = Je hebt de uitnodiging van { $name } aangenomen. Vergelijk nu de vier woorden.
words-title = Vergelijk deze woorden met { $name }
words-how = Bel elkaar of kijk samen. Ziet { $name } precies dezelfde vier woorden? Dan weet je zeker dat niemand meeleest.
words-wait = { $name } ziet de woorden zodra de andere computer verbinding heeft gehad.
words-match = De woorden kloppen
words-differ = De woorden zijn anders
words-refused = { $name } is niet toegevoegd. Maak een nieuwe uitnodiging en geef die op een andere manier door.
person-waiting = Wacht op antwoord
person-compare = Woorden nog vergelijken
person-confirmed = Bekend
person-introduced = Kent een gedeeld dossier
person-heard = Laatst iets ontvangen op { $day }
person-never-heard = Nog niets ontvangen
person-forget = { $name } weghalen
person-another-key = Let op: er is al een { $name } bekend, met een andere sleutel. Dat kan een nieuwe computer zijn, of iemand die zich voordoet als { $name }. Bel eerst.
storage-title = Waar de berichten liggen
storage-how = Kring legt versleutelde berichten in een map die jullie allebei kunnen bereiken. Niemand kan ze lezen, ook de beheerder niet.
storage-address = Adres of map
storage-address-hint = Bijvoorbeeld https://wolk.nl/remote.php/dav/files/anna/kring, een map op een stick, of s3://emmer/map
storage-user = Gebruikersnaam
storage-password = Wachtwoord voor deze app
storage-save = Proberen en bewaren
storage-saved = Het werkt. De berichten gaan voortaan hierlangs.
storage-none = Nog niet gekozen
direct = Ook rechtstreeks, als jullie in hetzelfde netwerk zitten
direct-hint = Berichten gaan dan meteen naar de ander, versleuteld. Wie in hetzelfde netwerk zit, kan zien dat dit apparaat er is.
direct-is-on = Berichten gaan nu ook rechtstreeks.
direct-is-off = Berichten gaan niet meer rechtstreeks.
direct-relay = Adres van de relay van je organisatie
direct-relay-hint = Alleen als jullie niet in hetzelfde netwerk zitten. Vraag beheer om het adres. Het begint met https://
direct-relay-save = Bewaren
sync-now = Nu uitwisselen
sync-busy = Bezig met uitwisselen …
sync-progress = { $done } van { $all } berichten verwerkt
sync-reached = Alles uitgewisseld op { $day } om { $time }
sync-waiting = Er staan berichten klaar
sync-never = Nog niet uitgewisseld
sync-done = Uitgewisseld: { $received } ontvangen, { $sent } verstuurd.

## Delen van een dossier
tab-sharing = Delen
sharing-title = Wie mag dit dossier zien?
sharing-alone = Alleen jij. Het dossier staat op deze computer.
sharing-only-professionals = Een beroepskracht bewaart het dossier en kan het met je delen. Vraag het aan je begeleider.
sharing-consent-first = Vraag eerst of de cliënt het goed vindt, en schrijf dat hier op.
sharing-stopped = Er is geen toestemming (meer). Er gaat niets meer naar anderen.
sharing-withdrawn = Dit dossier wordt niet meer met je gedeeld. Wat je al had, kun je nog lezen.
sharing-reader = Je mag dit dossier lezen.
consent-title = Toestemming van de cliënt
consent-purpose = Waarvoor?
consent-purpose-example = Samen begeleiden
consent-how = Hoe is het gevraagd?
consent-how-spoken = In een gesprek
consent-how-written = Op papier of in een bericht
consent-how-by_representative = Door iemand die namens de cliënt spreekt
consent-given-by = Wie gaf toestemming?
consent-until = Tot en met (mag leeg blijven)
consent-save = Toestemming opschrijven
consent-another = Nog een toestemming opschrijven
consent-line = { $givenBy } gaf toestemming: { $purpose }
consent-withdraw = Toestemming intrekken
share-with = Delen met
share-as = Wat mag diegene?
share-role-coach = Lezen en schrijven
share-role-reader = Alleen lezen
share-submit = Delen
share-nobody = Je kent hier nog niemand met wie je kunt delen.
share-to-together = Iemand uitnodigen
share-done = Het dossier gaat naar { $name } zodra er verbinding is.
member-keeper = bewaart het dossier
member-coach = leest en schrijft
member-reader = leest
member-me = { $name } (jij)
member-received = { $name } heeft alles ontvangen op { $day }
member-waiting = Nog niet alles is bij { $name } aangekomen
member-withdraw = Stoppen met delen
member-withdraw-ask = Stoppen met delen met { $name }? Er gaat niets nieuws meer naar { $name }. Wat { $name } al heeft gezien, blijft gezien.
story-title = Wat er is afgesproken
charter-opened = { $by } bewaart dit dossier
charter-consent = { $givenBy } gaf toestemming: { $purpose }
charter-consent-until = { $givenBy } gaf toestemming tot en met { $until }: { $purpose }
charter-consent-withdrawn = { $by } schreef op dat een toestemming is ingetrokken
charter-shared = { $by } deelt dit dossier met { $person }
charter-shared-reader = { $by } laat { $person } dit dossier lezen
charter-withdrawn = { $by } deelt dit dossier niet meer met { $person }
charter-handed-over = { $by } droeg dit dossier over aan { $person }
charter-closed = { $by } stopte met het delen van dit dossier
set-apart-title = Niet verwerkt
set-apart-line = Iets van { $name } is apart gezet: { $why }
set-apart-no-role = { $name } mag in dit dossier niet schrijven.
set-apart-withdrawn = { $name } schreef dit nadat het delen was gestopt.
set-apart-unknown-author = het is niet bekend wie dit schreef.
set-apart-false-name = er staat een verkeerde naam bij.
set-apart-not-signed = de schrijver heeft het niet ondertekend.
set-apart-unreadable = het is niet te lezen.

## Fouten bij samenwerken
error-no-memory = De computer heeft te weinig geheugen vrij. Sluit een ander programma en probeer het opnieuw.
error-not-an-invitation = In deze tekst staat geen uitnodiging van Kring. Kopieer de hele e-mail en plak hem opnieuw.
error-invitation-mistyped = Er mist een stuk van de uitnodiging, of er klopt een letter niet. Kopieer de hele tekst en plak hem opnieuw.
error-invitation-newer = Deze uitnodiging is gemaakt met een nieuwere Kring. Werk Kring bij en probeer het opnieuw.
error-invitation-expired = Deze uitnodiging is te oud. Vraag om een nieuwe.
error-own-invitation = Dit is je eigen uitnodiging. Stuur hem naar je collega.
error-known-already = Jullie kennen elkaar al. Je kunt meteen een dossier delen.
error-no-such-person = { $name } is hier niet bekend. Kijk bij Samenwerken wie er zijn.
error-several-people = Er zijn meer mensen die { $name } heten. Gebruik het kenmerk van de sleutel.
error-not-the-keeper = Alleen wie het dossier bewaart, kan dit doen.
error-no-consent = Er staat nog geen toestemming van de cliënt. Schrijf die eerst op.
error-keeper-cannot-be-withdrawn = Wie het dossier bewaart, draagt het eerst over aan een ander.
error-not-a-member = Deze persoon deelt dit dossier niet.
error-has-that-role = Deze persoon heeft die rol al.
error-no-such-consent = Deze toestemming staat er niet (meer).
error-charter-closed = Het delen van dit dossier is gestopt.
error-charter-open = Dit dossier wordt al gedeeld.
error-charter-bad-text = Vul elk veld in, in niet te lange zinnen.
error-exchange-damaged = De gegevens over het samenwerken zijn beschadigd. Kijk de kluis na bij Instellingen.
error-words-not-compared = Vergelijk eerst de vier woorden met deze persoon, bij Samenwerken.
error-only-professionals = Alleen een beroepskracht kan een dossier delen. Vraag het aan je begeleider.
error-reads-only = Je mag dit dossier lezen, maar er niet in schrijven. Vraag wie het dossier bewaart.
error-no-storage = Er is nog niet gekozen waar de berichten liggen. Doe dat bij Samenwerken.
error-storage-not-an-address = “{ $detail }” is geen adres en geen map. Schrijf bijvoorbeeld https://wolk.nl/map of /media/stick/kring.
error-storage-relative-path = “{ $detail }” is geen hele map. Begin met / of met een stationsletter.
error-storage-unknown-kind = Kring kent dit soort adres niet: { $detail }. Gebruik https://, s3:// of een map.
error-storage-insecure-http = { $detail } stuurt wachtwoorden onbeveiligd. Gebruik een adres dat met https:// begint.
error-storage-credentials-in-address = Zet de naam en het wachtwoord in hun eigen vak, niet in het adres.
error-storage-page-address = Dit is het adres van een webpagina. Vraag beheer om het WebDAV-adres.
error-storage-no-bucket = Er staat geen emmer in het adres. Schrijf s3://naam-van-de-emmer.
error-storage-bad-bucket = “{ $detail }” kan geen naam van een emmer zijn. Kijk het adres na.
error-storage-no-region = Er staat geen regio in het adres. Zet er ?region=… achter.
error-storage-unknown-setting = Kring kent de instelling { $detail } in het adres niet. Haal hem weg.
error-mailbox-unreachable = De plek voor de berichten is niet bereikbaar: { $detail }. Kijk of er internet is, of de stick erin zit. Kring probeert het vanzelf opnieuw; alles wat je schrijft, is veilig.
error-mailbox-untrusted = De server bewijst niet wie hij is ({ $detail }). Vraag beheer om hulp en geef je wachtwoord niet.
error-mailbox-refused = De naam of het wachtwoord voor de berichten klopt niet. Vul ze opnieuw in bij Samenwerken.
error-mailbox-not-allowed = Je mag op deze plek niet schrijven. Vraag beheer om schrijfrechten.
error-mailbox-full = De plek voor de berichten is vol. Vraag beheer om ruimte. Kring probeert het vanzelf opnieuw.
error-mailbox-not-there = De map voor de berichten bestaat niet. Kijk of het adres klopt.
error-mailbox-too-large = Er ligt een bericht dat te groot is ({ $detail }). Het is niet gelezen.
error-mailbox-not-a-mailbox = Op dit adres antwoordt iets anders dan een map voor berichten: { $detail }. Kijk het adres na.
error-mailbox-unexpected = De plek voor de berichten gaf een vreemd antwoord: { $detail }. Kring probeert het vanzelf opnieuw.
error-line-not-a-relay = “{ $detail }” is geen adres van een relay. Schrijf een adres dat met https:// begint.
error-line-not-reached = Het andere apparaat is nu niet bereikbaar. Kring probeert het vanzelf opnieuw.
error-line-too-large = Dit bericht is te groot om rechtstreeks te sturen.
error-line-none = Rechtstreeks sturen lukt niet op deze computer: { $detail }. Vraag beheer om hulp, of kies een plek voor de berichten.

## Door twee mensen
new-mark = nieuw
field-agreed = Afspraak
field-answers = Antwoorden
field-born = Geboren
field-died = Overleden op
field-dimension = Onderdeel
field-divorced = Gescheiden sinds
field-doer = Wie doet dit?
field-due = Wanneer klaar?
field-example = Voorbeeld
field-first_step = Eerste kleine stap
field-goal = Hoort bij doel
field-goal-life = Onderdeel van het leven
field-heads = Stand van het dossier
field-instrument = Vragenlijst
field-intervention = Wat doet het met het netwerk?
field-member = Met wie?
field-minutes = Minuten
field-moment = Meetmoment
field-next = Volgend contact
field-offer = Wat een ander eraan heeft
field-origin = Waar het vandaan komt
field-outcome = Wat kwam ervan?
field-person = Persoon
field-present = Wie waren erbij?
field-provision = Waar het vandaan kan komen
field-reason = Reden
field-separated = Uit elkaar sinds
field-since = Sinds
field-status = Hoe staat het?
field-time = Nu of later
field-wish = Komt uit wens
record-profile = Cliënt
record-person = Persoon
record-organisation = Organisatie
record-tie = Band
record-partnership = Relatie
record-parentage = Ouder en kind
record-wish = Wens
record-life = Onderdeel van het leven
record-need = Wat nodig is
record-talent = Talent
record-role = Rol
record-resistance = Reden om niet te vragen
record-goal = Doel
record-action = Actie
record-note = Notitie
record-moment = Meetmoment
record-measurement = Vragenlijst
who-me = Jij
who-me-within = jij
who-somebody = Iemand anders
who-somebody-within = iemand anders
at-once-label = Wat anderen deden
at-once-count = { $count ->
       [one] 1 ding is door twee mensen tegelijk veranderd.
       *[other] { $count } dingen zijn door twee mensen tegelijk veranderd.
    }
at-once-open = Kies
at-once-explain = Er is niets weg. Kies wat er in het dossier moet staan.
at-once-field = { $name }: { $field }
at-once-removal = { $remover } haalde { $name } weg, terwijl { $changer } daar iets aan veranderde. Terugzetten of weg laten?
at-once-choose = Kies: { $value }
at-once-said = { $who }, { $day } om { $time }
at-once-shows = Dit staat er nu
at-once-nothing = Leeg
at-once-spot = De plek op de kaart
at-once-restore = Terugzetten
at-once-leave-out = Weg laten
at-once-chosen = Gekozen: { $value }.
news-count = { $count ->
       [one] 1 ding is nieuw.
       *[other] { $count } dingen zijn nieuw.
    }
news-open = Bekijk
news-all-seen = Alles gezien
news-said-seen = Alles is gezien.
news-go = Bekijk { $name }
news-gone = { $name } is weggehaald
news-restore = { $name } terugzetten
news-seen = Gezien: { $name }
caseload-news = { $count ->
       [one] 1 ding nieuw
       *[other] { $count } dingen nieuw
    }
differences-none = Er is niets door twee mensen tegelijk veranderd.
error-no-such-difference = Er is geen verschil { $number }. Kijk met kring differences welke er zijn.
error-no-such-answer = Er is geen keuze { $number }. Kijk met kring differences welke er zijn.

# Een tweede computer van dezelfde persoon
own-open = Ook op mijn andere computer
own-title = Mijn andere computer
own-what = Werk je op twee computers? Dan staan je dossiers op allebei. Wat je op de ene schrijft, komt op de andere. Dit is iets anders dan samenwerken met een collega.
own-count = { $count ->
    [one] Je gebruikt Kring op nog één andere computer.
   *[other] Je gebruikt Kring op nog { $count } andere computers.
  }
own-give-title = Hier staan mijn dossiers
own-give-how = Maak hier een code. Die vul je in op de andere computer.
own-give = Maak een code
own-open-code = Er is een code die nog niet is gebruikt, geldig tot { $day }
own-take-title = Deze computer is nieuw
own-take-how = Heb je op je andere computer een code gemaakt? Vul hem hier in. Op deze computer mogen nog geen dossiers staan.
own-take = Ik heb een code
own-invite-title = Code voor je andere computer
own-invite-how = Stuur deze tekst naar jezelf. Maak op de andere computer een account. Kies daar Samenwerken, dan “Ook op mijn andere computer”, dan “Ik heb een code”. De code werkt één keer, tot { $day }. Geef hem aan niemand anders.
own-text = De code
own-accept-title = Code van je andere computer
own-accept-how = Plak hier de code die je op je andere computer hebt gemaakt.
own-words-title = Vergelijk deze woorden op je twee computers
own-words-how = Staan op allebei de schermen precies dezelfde vier woorden? Druk dan op allebei op “De woorden kloppen”.
own-words-wait = De andere computer laat de woorden zien zodra hij verbinding heeft gehad.
own-confirmed = Klaar op deze computer. Druk ook op de andere computer op “De woorden kloppen”. Daarna komen je dossiers vanzelf.
own-stop = Niet koppelen
own-refused = De andere computer is niet gekoppeld. Maak een nieuwe code.
own-waiting = Deze computer wacht op de andere. Daarna komen je dossiers vanzelf. Maak hier zolang nog geen dossier.
error-computer-in-use = Op deze computer staan al dossiers of collega’s. Maak hier eerst een nieuw account. Vul de code daar in.
error-invitation-for-colleague = Dit is een uitnodiging om samen te werken. Ga terug naar Samenwerken en kies daar “Ik heb een uitnodiging”.
error-invitation-for-own-computer = Dit is een code om op je eigen tweede computer te werken. Kies bij Samenwerken “Ook op mijn andere computer”.
error-joining = Deze computer wordt nog gekoppeld aan je andere computer. Wacht tot dat klaar is. Of kies “Niet koppelen” bij “Mijn andere computer”.

# Wat er in de uitwisseling gebeurde
events-title = Goed om te weten
events-seen = Gezien
event-storage-emptied = De plek waar de berichten liggen, is leeggemaakt. Op deze computer is niets weg. Wat anderen nog niet hadden, stuurt Kring opnieuw. Was jij dit niet? Vraag het aan wie de opslag beheert.
event-storage-put-back = De plek waar de berichten liggen, is teruggezet naar { $day }. Op deze computer is niets weg. Wat anderen nog niet hadden, stuurt Kring opnieuw.
event-new-device = { $name } gebruikt een andere computer, of heeft een kopie van de kluis teruggezet. Klopt dat niet? Bel dan { $name }.
event-chain-broken = Er kwamen berichten van twee computers die zich voordoen als dezelfde computer van { $name }. Bel { $name }: misschien heeft iemand een kopie van de kluis.
event-keys-changed = Er is iemand met de naam { $name }, maar met een andere sleutel. Bel { $name } voordat je op “De woorden kloppen” drukt.
event-lost = Een bericht van { $name } is onderweg kwijtgeraakt. Kring heeft het opnieuw gevraagd. Je hoeft niets te doen.

# De kwaliteit van het netwerk: wat er te zien is, en een vraag om het gesprek te openen
history-forget = Uit het dossier van { $name } gaat de oude geschiedenis voorgoed weg: wat je hebt weggehaald of veranderd, en wie wat wanneer schreef. { $count ->
    [0] Alleen wat er nu in staat blijft.
    [one] Wat er nu in staat blijft, en hoe het dossier was op het meetmoment.
   *[other] Wat er nu in staat blijft, en hoe het dossier was op de { $count } meetmomenten.
    } Een reservekopie van vroeger heeft de oude geschiedenis nog.
history-forget-ask = Typ ja om de oude geschiedenis te wissen:
history-forgotten = De oude geschiedenis is gewist.
error-history-shared = Van dit dossier staat vast met wie het gedeeld mag worden. De oude geschiedenis kan dan ook bij anderen staan, of op je andere computer. Daarom kan Kring die alleen wissen uit een dossier dat je nooit hebt gedeeld.
error-history-unsettled = In dit dossier is iets door twee mensen tegelijk veranderd. Kies eerst wat er moet staan. Daarna kun je de oude geschiedenis wissen.
error-history-waiting = Voor dit dossier is nog iets onderweg. Wacht tot alles binnen is. Daarna kun je de oude geschiedenis wissen.
error-history-kept = Er is niets gewist. Wil je de oude geschiedenis wel wissen? Typ dan ja, of geef --yes mee.
error-no-such-moment = Er is geen meetmoment “{ $name }” in dit dossier. Kijk in de lijst met meetmomenten hoe het heet.
finding-carer = { $name } draagt veel: { $kinds } van de 5 soorten steun. { $count ->
    [0] Anderen geven die ook.
    [one] Eén soort geeft niemand anders.
   *[other] { $count } soorten geeft niemand anders.
  }
finding-carer-ask = Hoe gaat het met { $name } zelf? Wie kan het soms even overnemen?
finding-fading = Sinds het laatste meetmoment is de band losser geworden met: { $names }.
finding-fading-ask = Is dat zo goed, of is er contact dat terug mag komen?
finding-size = Er { $count ->
    [one] staat 1 mens
   *[other] staan { $count } mensen
  } op de kaart. Het aantal organisaties is { $organisations }.
finding-size-ask = Wie ontbreekt er nog?
finding-no-support-noted = Er staat nog bij niemand welke steun die geeft.
finding-no-support-noted-ask = Bij wie klopt u aan als er iets is?
finding-one-giver = { $kind ->
    [practical] Praktische hulp
    [emotional] Emotionele steun
    [company] Gezelschap
    [appraisal] Waardering en een eerlijk oordeel
    [information] Informatie en advies
   *[other] Eén soort steun
  } komt van één kant: { $name }.
finding-one-giver-ask = Wat als { $name } een tijdje niet kan?
finding-no-giver = Er staat bij niemand: { $kind ->
    [practical] praktische hulp
    [emotional] emotionele steun
    [company] gezelschap
    [appraisal] waardering en een eerlijk oordeel
    [information] informatie en advies
   *[other] een andere soort steun
  }.
finding-no-giver-ask = Is daar behoefte aan? Bij wie zou dat kunnen?
finding-reciprocity = Steun gaat bij { $count } van { $whole } twee kanten op.
finding-reciprocity-ask = Wat doet u graag voor een ander?
finding-no-ties-noted = Er staat nog niet op de kaart wie elkaar kennen.
finding-no-ties-noted-ask = Wie kennen elkaar?
finding-all-tied = Iedereen op de kaart kent elkaar.
finding-all-tied-ask = Is dat prettig? Zou er iemand van buiten bij mogen komen?
finding-groups = Er { $count ->
    [one] is 1 groepje
   *[other] zijn { $count } groepjes
  } die elkaar niet kennen.
finding-groups-ask = Zou het helpen als zij elkaar leren kennen?
finding-alone = { $names } { $count ->
    [one] kent
   *[other] kennen
  } niemand anders op de kaart.
finding-alone-ask = Aan wie van de anderen zou u hen willen voorstellen?
finding-between = Alleen via { $name } { $count ->
    [one] hoort
   *[other] horen
  } bij de rest: { $names }.
finding-between-ask = Weten zij elkaar te vinden als { $name } er niet is?
finding-no-intimates = In de binnenste ring staat niemand.
finding-no-intimates-ask = Bij wie voelt u zich het meest thuis?
finding-alike = Alle { $count } mensen van wie je { $attribute ->
    [age] de leeftijd
    [gender] het geslacht
    [civil_status] de burgerlijke staat
    [work] het werk
    [schooling] de opleiding
   *[other] dit
  } weet, zijn daarin hetzelfde.
finding-alike-ask = Zijn er ook anderen met wie u graag zou omgaan?
finding-professionals = { $count } van de { $whole } op de kaart { $count ->
    [one] helpt
   *[other] helpen
  } als beroep.
finding-professionals-ask = Wie blijft er als de hulp stopt?
finding-near = { $count } van de { $whole } { $count ->
    [one] woont
   *[other] wonen
  } dichtbij: binnen een half uur reizen.
finding-near-ask = Bij wie kunt u even binnenlopen?
finding-weekly = Met { $count } van de { $whole } is er elke week contact, of vaker.
finding-weekly-ask = Met wie mag het vaker? Met wie is het zo goed?

# Toen en nu: wat er veranderde tussen twee meetmomenten
change-nothing = Er is bij de mensen op de kaart niets veranderd.
change-came = { $names } { $count ->
    [one] kwam
   *[other] kwamen
  } erbij.
change-went = { $names } { $count ->
    [one] staat
   *[other] staan
  } niet meer op de kaart.
change-died = { $names } { $count ->
    [one] is
   *[other] zijn
  } overleden.
change-closer = { $names } { $count ->
    [one] kwam
   *[other] kwamen
  } dichterbij te staan.
change-further = { $names } { $count ->
    [one] kwam
   *[other] kwamen
  } verder weg te staan.
change-more-often = Er kwam vaker contact met { $names }.
change-less-often = Er kwam minder vaak contact met { $names }.
change-stronger = De band met { $names } werd sterker.
change-weaker = De band met { $names } werd zwakker.
change-tied = Er kwam een band tussen { $name } en { $other }.
change-untied = De band tussen { $name } en { $other } staat niet meer op de kaart.
figure-size = Het netwerk telde eerst { $count ->
    [one] { $then } mensen en organisaties, en daarna 1.
   *[other] { $then } en daarna { $count } mensen en organisaties.
  }
figure-size-same = Het netwerk telde beide keren { $count ->
    [one] 1 mens of organisatie
   *[other] { $count } mensen en organisaties
  }.
figure-intimates = De binnenste ring telde eerst { $then }, daarna { $count }.
figure-ties = Het aantal banden onderling op de kaart was eerst { $then }, daarna { $count }.
figure-density = Wie op de kaart staan, kennen elkaar { $way ->
    [more] vaker
   *[less] minder vaak
  } dan eerst.
figure-components = Het aantal groepjes dat elkaar niet kent, was eerst { $then } en daarna { $count }.
figure-isolates = Het aantal dat niemand anders op de kaart kent, was eerst { $then }, daarna { $count }.
figure-support = { $kind ->
    [practical] Praktische hulp
    [emotional] Emotionele steun
    [company] Gezelschap
    [appraisal] Waardering en een eerlijk oordeel
    [information] Informatie en advies
   *[other] Een andere soort steun
  } kwam eerst van { $then }, daarna van { $count }.
figure-reciprocity = Steun ging eerst bij { $then } twee kanten op, daarna bij { $count }.
figure-professionals = Hulp als beroep kwam eerst van { $then }, daarna van { $count }.
figure-weekly = Eerst was er met { $then } elke week contact of vaker, daarna met { $count }.
figure-variety = De mensen op de kaart verschillen { $way ->
    [more] meer
   *[less] minder
  } van elkaar dan eerst: { $attribute ->
    [age] in leeftijd
    [gender] in geslacht
    [civil_status] in burgerlijke staat
    [work] in werk
    [schooling] in opleiding
   *[other] in meer dan één ding
  }.

## Het scherm Kwaliteit
quality-title = Wat valt op in dit netwerk?
quality-intro = Geen rapport en geen cijfer: dit is er te zien, met een vraag om er samen over te praten.
quality-moment = Kijk naar
quality-said = Je kijkt naar: { $moment }.
quality-attention = Vraagt het eerst aandacht
quality-ask = Vraag om te stellen:
quality-aloud = “{ $question }”
quality-members = Op de kaart
quality-on-map = { $name } op de kaart
quality-gone = Iemand die niet meer op de kaart staat
quality-where-from = Waar komt dit vandaan?
quality-all = Alle cijfers
quality-all-hint = Voor wie het precies wil weten. Wie overleden is, telt nergens mee. Wat nog niet bekend is ook niet.
quality-empty-title = Er is nog niets te zien
quality-empty = Zet eerst een paar mensen op de kaart. Dan zie je hier wat opvalt, met vragen voor een gesprek.
quality-to-map = Naar de kaart
moment-now = Nu
measure-none = Nog niet te zeggen
measure-nobody = Niemand
measure-number = Aantal
measure-people = Mensen
measure-name = Naam
measure-givers = Geven
measure-receivers = Krijgen
measure-attribute = Waarin
measure-of-sector = Levenskring
measure-of-ring = Ring
measure-of-travel = Reistijd
measure-of-frequency = Contact
measure-of-strength = Band
measure-of-support = Soort steun
measure-attribute-age = Leeftijd
measure-attribute-gender = Geslacht
measure-attribute-civil_status = Burgerlijke staat
measure-attribute-work = Werk
measure-attribute-schooling = Opleiding
measure-value-density = { $ties } van de { $pairs } mogelijke banden ({ $value })
measure-value-of = { $value } van { $whole }
measure-value-scale = { $value } (van { $from } tot { $to })
measure-size = Grootte
measure-size-how = Hoeveel mensen en organisaties er op de kaart staan, zonder de cliënt.
measure-ties = Banden onderling
measure-ties-how = Hoeveel keer twee op de kaart een band met elkaar hebben. De cliënt telt niet mee.
measure-density = Dichtheid
measure-density-how = Hoeveel van alle mogelijke banden onderling er zijn, zonder de cliënt. 0 is geen, 1 is allemaal. Bron: Wasserman en Faust, 1994.
measure-components = Losse groepjes
measure-components-how = In hoeveel delen de kaart uiteenvalt zonder de cliënt. Wie niemand kent, is een deel alleen. Bron: Wasserman en Faust, 1994.
measure-isolates = Kent niemand anders
measure-isolates-how = Hoeveel er met niemand anders op de kaart een band hebben. De cliënt telt niet mee.
measure-sectors = Per levenskring
measure-sectors-how = Hoeveel mensen en organisaties in elk kwart van de cirkel staan, zonder de cliënt. Bron: de netwerkcirkel van Lensink.
measure-rings = Per ring
measure-rings-how = Hoeveel mensen en organisaties in elke ring staan, dus hoe dichtbij. De cliënt is het midden. Bron: de netwerkcirkel van Lensink.
measure-support = Steun
measure-support-how = Hoeveel er elke soort steun geven aan de cliënt, en hoeveel die van de cliënt krijgen.
measure-variety = Verscheidenheid
measure-variety-how = Hoe verschillend de mensen zijn, zonder de cliënt. 0 is allemaal gelijk, 1 is zo verschillend als het kan. Bron: Agresti en Agresti, 1978.
measure-unknown = Nog niet bekend
measure-unknown-how = Van hoeveel mensen dit nog niet is opgeschreven. Zij tellen niet mee bij de verscheidenheid.
measure-betweenness = Tussen anderen in
measure-betweenness-how = Hoe vaak de kortste weg tussen twee anderen via iemand loopt, zonder de cliënt. 0 is nooit, 1 is altijd. Bron: Freeman, 1977.
measure-constraint = Ingesloten zijn
measure-constraint-how = Hoezeer de mensen om de cliënt ook elkaar kennen, met de cliënt erbij. Laag is: zij komen uit verschillende werelden. Bron: Burt, 1992.
measure-effective_size = Verschillende ingangen
measure-effective_size-how = Hoeveel mensen en organisaties iets nieuws bereiken dat anderen niet bereiken, gezien vanuit de cliënt. Bron: Burt, 1992.
measure-articulation = Houdt anderen bij elkaar
measure-articulation-how = Wie ervoor zorgt dat anderen met elkaar verbonden zijn, zonder de cliënt. Valt die weg, dan valt een groepje uiteen. Bron: Hopcroft en Tarjan, 1973.
measure-reciprocity = Steun over en weer
measure-reciprocity-how = Bij welk deel van wie steun geeft of krijgt, gaat het twee kanten op met de cliënt. 0 is niemand, 1 is iedereen.
measure-professionals_share = Deel dat als beroep helpt
measure-professionals_share-how = Welk deel van de mensen en organisaties als beroep helpt, zonder de cliënt. 0 is niemand, 1 is iedereen.
measure-reach = Reistijd
measure-reach-how = Hoeveel mensen zo ver weg wonen, zoals de cliënt reist. Van wie dit onbekend is, telt niet mee.
measure-frequency = Hoe vaak contact
measure-frequency-how = Met hoeveel mensen en organisaties de cliënt zo vaak contact heeft.
measure-strength = Hoe sterk de band
measure-strength-how = Met hoeveel mensen en organisaties de cliënt een sterke, gewone of zwakke band heeft. Bron: Hartman, 1978.
measure-bridging = Bruggen tussen levenskringen
measure-bridging-how = Banden tussen levenskringen min banden binnen een levenskring, zonder de cliënt. 1 is alleen bruggen, −1 is ieder in eigen kring. Bron: Krackhardt en Stern, 1988.

## Het scherm Toen en nu
then-from = Toen
then-to = En daarna
then-ways = Hoe wil je het zien?
then-beside = Naast elkaar
then-over = Over elkaar
then-words = In woorden
then-time = Door de tijd
then-changes = Wat er veranderde
then-figures = In aantallen
then-from-to = Van { $from } naar { $to }
moments = Meetmomenten
moments-close = Klaar
moment-title = Meetmoment vastleggen
moment-explain = Een meetmoment onthoudt hoe het netwerk er nu uitziet. Later zie je samen wat er veranderd is.
moment-name = Naam
moment-name-hint = Bijvoorbeeld: Start
moment-name-refused = Geef het meetmoment een naam, bijvoorbeeld Start.
moment-day = Dag
moment-add = Vastleggen
moment-suggest-start = Start
moment-suggest-three-months = Na drie maanden
moment-suggest-half-year = Na een half jaar
moment-suggest-end = Afsluiting
moment-remove = { $name } weghalen
moment-said-added = Meetmoment { $name } is vastgelegd.
moment-said-changed = Meetmoment { $name } is gewijzigd.
moment-said-removed = Meetmoment { $name } is weggehaald. Met Ongedaan maken komt het terug.
still-label = { $title }: { $count ->
    [one] 1 mens of organisatie
   *[other] { $count } mensen en organisaties
  }.
still-came = Erbij gekomen
still-went = Niet meer op de kaart
still-died = Overleden
still-closer = Dichterbij gekomen
still-further = Verder weg komen te staan
still-came-word = nieuw
still-went-word = weg
still-died-word = overleden
still-closer-word = dichterbij
still-further-word = verder weg
still-waiting = Nog zonder plek in de cirkel: { $names }
time-label = Dag in het dossier
time-one-day = Dit dossier is nog maar op één dag veranderd. Later kun je hier zien hoe het netwerk groeide.
time-play = Afspelen
time-pause = Pauze
time-before = Vorige dag
time-after = Volgende dag
time-says = { $day }: { $count ->
    [one] 1 mens of organisatie
   *[other] { $count } mensen en organisaties
  }

## Genogram
genogram-date-married = tr. { $year }
genogram-date-since = sinds { $year }
genogram-date-separated = uit elkaar { $year }
genogram-date-divorced = gesch. { $year }
genogram-woman = Rondje: vrouw
genogram-man = Vierkant: man
genogram-other = Ruit: anders
genogram-unknown = Met vraagteken: geslacht nog niet bekend
genogram-client = Dubbele rand: de cliënt
genogram-deceased = Kruis: overleden
genogram-age = Getal: leeftijd
genogram-married = Gewone lijn: getrouwd
genogram-living-together = Streepjes: wonen samen
genogram-apart = Streep en punt: een stel, elk een eigen huis
genogram-unsaid = Dunne lijn: nog niet verteld hoe
genogram-separated = Eén streep erdoor: uit elkaar
genogram-divorced = Twee strepen erdoor: gescheiden
genogram-birth = Gewone lijn naar beneden: kind
genogram-adopted = Dubbel, half gestreept: geadopteerd
genogram-foster = Stippen: pleegkind
genogram-step = Dunne lange strepen: stiefkind
genogram-unsure = Streepjes met vraagteken: niet zeker wie de ouder is
genogram-close = Twee lijnen: hecht
genogram-fused = Drie lijnen: zo hecht dat het knelt
genogram-distant = Stippen tussen twee mensen: op afstand
genogram-strained = Zigzag: spanning
genogram-cut-off = Onderbroken: verbroken
genogram-household = Omlijnd: wonen bij elkaar
genogram-others = Niet in de familie
genogram-others-hint = Kies iemand om familie te noteren.
genogram-says-partner = samen met { $name }
genogram-says-former-partner = eerder samen met { $name }
genogram-says-parents = kind van { $names }
genogram-says-children = ouder van { $names }

## Familie in het paneel
family-title = Familie
family-none = Nog geen familielijnen.
family-partner = Partner
family-parent = Ouder
family-child = Kind
family-partner-is = Partner: { $name }
family-parent-is = Ouder: { $name }
family-child-is = Kind: { $name }
family-add = Familielid verbinden
family-add-who = Wie?
family-add-as = Wat is dat voor { $name }?
family-add-do = Verbinden
family-remove = Deze lijn weghalen: { $name }
family-date-hint = bijvoorbeeld 1981, 5-1981 of 24-5-1981; ongeveer: ±1981
family-date-refused = Dit is geen datum en is niet opgeslagen. Schrijf bijvoorbeeld 1981, 5-1981, 24-5-1981 of ±1981.
family-added = { $name } is verbonden.
family-there-already = { $name } staat er al zo bij.
family-nobody = Er is nog niemand om te verbinden.
