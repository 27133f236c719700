# De stappen van een werkwijze
tab-step = Stap
step-path = De weg
step-number = Stap { $number } van { $whole }
step-asks = Om over te praten
step-known = Dit weten we al
step-known-nothing = Nog niets opgeschreven.
step-open = Dit staat nog open
step-open-nothing = Voor deze stap staat er niets meer open.
step-done = Klaar, naar de volgende stap
step-done-last = Klaar
step-skip = Overslaan
step-skip-title = Deze stap overslaan
step-skip-why = Waarom slaan jullie deze stap over?
step-skip-hint = Mag leeg blijven. Je kunt de stap altijd weer oppakken.
step-go = Nu aan deze stap werken
step-again = Opnieuw oppakken
step-said-done = { $step } is klaar. Nu: { $next }
step-said-skipped = { $step } is overgeslagen. Nu: { $next }
step-said-here = Nu: { $step }
step-skipped-why = Overgeslagen: { $reason }
step-unreadable = Dit dossier volgt de werkwijze “{ $name }”. Deze Kring kan die niet lezen. Werk Kring bij, of vraag je collega om het bestand. Alles wat is opgeschreven, blijft staan.
step-all-done = Alle stappen zijn gedaan of overgeslagen. Je kunt elke stap weer oppakken.
stage-now = Nu
stage-done = Klaar
stage-skipped = Overgeslagen
stage-to_come = Komt nog
stage-on = { $state }, { $day }

# De knop naar het deel van Kring waar het werk van een stap gebeurt
go-client = Naar Cliënt
go-map = Naar de kaart
go-quality = Naar Kwaliteit
go-possibilities = Naar Mogelijkheden
go-needs = Naar wat er nodig is
go-plan = Naar het plan
go-carry_out = Naar de acties
go-aftercare = Naar het plan en de nazorg
go-talk = Naar het logboek
about-client = Cliënt
about-map = Kaart
about-quality = Kwaliteit
about-possibilities = Mogelijkheden
about-needs = Wat er nodig is
about-plan = Plan
about-carry_out = Uitvoeren
about-aftercare = Nazorg
about-talk = Gesprek

# Waar een stap voor is
phase-network-coach-orienting = Oriënteren
phase-network-coach-thinking = Denken
phase-network-coach-doing = Doen
for-seven-steps-map = Samen tekenen wie er om de cliënt heen staan, en luisteren naar de verhalen die daarbij horen.
for-seven-steps-quality = Bespreken wat de banden betekenen: wie steunt, wie kost kracht, en wat geeft de cliënt zelf.
for-seven-steps-possibilities = Zien wat de cliënt kan, graag doet en een ander te bieden heeft.
for-seven-steps-widen = Per behoefte kijken wat de cliënt zelf kan, wat het netwerk kan, en waar nieuwe mensen te vinden zijn.
for-seven-steps-plan = Kiezen wat de cliënt wil bereiken, en hoe klein de eerste stap mag zijn.
for-seven-steps-carry-out = Doen wat is afgesproken, op het tempo van de cliënt, en samen zien wat werkt.
for-seven-steps-aftercare = Op afgesproken momenten horen of het netwerk blijft dragen, ook zonder jou.
for-network-coach-acquaintance = Elkaar leren kennen en uitspreken wat jullie van elkaar verwachten.
for-network-coach-map = Samen op papier zetten wie er in het leven van de cliënt zijn.
for-network-coach-quality = Bespreken welke banden goed doen en welke beter mogen.
for-network-coach-out-of-doors = Samen de buurt in, om te ontdekken waar de cliënt mensen kan ontmoeten.
for-network-coach-interests = Uitzoeken waar de cliënt blij van wordt en met wie dat te delen is.
for-network-coach-team-up = Mensen uit het netwerk bij elkaar brengen, zodat ze meedenken.
for-network-coach-top-three = De drie dingen kiezen die de cliënt het liefst wil.
for-network-coach-plan = Van de keuze een plan maken: wie doet wat, en wanneer.
for-network-coach-go-for-it = De stappen zetten; jij moedigt aan en loopt zo nodig mee.
for-network-coach-learn = Terugkijken op wat werkte, en goed afscheid nemen.

# Wat al bekend is
known-people = { $count ->
    [one] Er staat 1 mens op de kaart.
   *[other] Er staan { $count } mensen op de kaart.
  }
known-organisations = { $count ->
    [one] Er staat 1 organisatie op de kaart.
   *[other] Er staan { $count } organisaties op de kaart.
  }
known-ties = { $count ->
    [one] Er is 1 band tussen anderen getekend.
   *[other] Er zijn { $count } banden tussen anderen getekend.
  }
known-support = { $count ->
    [one] Van 1 van de { $whole } mensen staat er welke steun die geeft.
   *[other] Van { $count } van de { $whole } mensen staat er welke steun zij geven.
  }
known-quality = { $count ->
    [one] Van 1 van de { $whole } mensen staat er hoe de band voelt.
   *[other] Van { $count } van de { $whole } mensen staat er hoe de band voelt.
  }
known-frequency = { $count ->
    [one] Van 1 van de { $whole } mensen staat er hoe vaak er contact is.
   *[other] Van { $count } van de { $whole } mensen staat er hoe vaak er contact is.
  }
known-story = Het verhaal van de cliënt is opgeschreven.
known-talents = { $count ->
    [one] Er staat 1 talent of interesse.
   *[other] Er staan { $count } talenten en interesses.
  }
known-roles = { $count ->
    [one] Er staat 1 rol.
   *[other] Er staan { $count } rollen.
  }
known-wishes = { $count ->
    [one] Er staat 1 wens.
   *[other] Er staan { $count } wensen.
  }
known-life = Over { $count } van de { $whole } kanten van het leven is iets verteld.
known-needs = { $count ->
    [one] Er staat 1 ding dat nodig is.
   *[other] Er staan { $count } dingen die nodig zijn.
  }
known-needs-met = { $count ->
    [one] Daarvan is 1 geregeld.
   *[other] Daarvan zijn er { $count } geregeld.
  }
known-resistances = { $count ->
    [one] Er is 1 reden genoemd waarom vragen lastig is.
   *[other] Er zijn { $count } redenen genoemd waarom vragen lastig is.
  }
known-goals = { $count ->
    [one] Er is 1 doel.
   *[other] Er zijn { $count } doelen.
  }
known-goals-reached = { $count ->
    [one] 1 doel is bereikt.
   *[other] { $count } doelen zijn bereikt.
  }
known-actions = { $count ->
    [one] Er staat 1 actie open.
   *[other] Er staan { $count } acties open.
  }
known-actions-done = { $count ->
    [one] 1 actie is gedaan.
   *[other] { $count } acties zijn gedaan.
  }
known-check-ins = { $count ->
    [one] Er is 1 gesprek voor de nazorg geweest.
   *[other] Er zijn { $count } gesprekken voor de nazorg geweest.
  }
known-last-talk = Jullie spraken elkaar voor het laatst op { $day }.
known-next-talk = De volgende afspraak is op { $day }.
known-moment = { $count ->
    [one] Er is 1 meetmoment vastgelegd.
   *[other] Er zijn { $count } meetmomenten vastgelegd.
  }

# Wat nog open staat
open-nobody = Er staat nog niemand op de kaart.
open-rings = { $count ->
    [one] Van 1 mens weten we nog niet hoe dichtbij die voelt.
   *[other] Van { $count } mensen weten we nog niet hoe dichtbij zij voelen.
  }
open-ties = Er is nog niet gevraagd wie elkaar kennen.
open-support = { $count ->
    [one] Van 1 mens staat er nog geen steun, gegeven of gekregen.
   *[other] Van { $count } mensen staat er nog geen steun, gegeven of gekregen.
  }
open-quality = { $count ->
    [one] Van 1 mens weten we nog niet hoe de band voelt.
   *[other] Van { $count } mensen weten we nog niet hoe de band voelt.
  }
open-frequency = { $count ->
    [one] Van 1 mens weten we nog niet hoe vaak er contact is.
   *[other] Van { $count } mensen weten we nog niet hoe vaak er contact is.
  }
open-story = Het verhaal van de cliënt, in eigen woorden.
open-household = Met wie de cliënt woont.
open-talents = Wat de cliënt kan en graag doet.
open-offer = { $count ->
    [one] Van 1 talent is nog niet besproken wat een ander eraan heeft.
   *[other] Van { $count } talenten is nog niet besproken wat een ander eraan heeft.
  }
open-roles = Welke rollen de cliënt heeft, mist of zou willen.
open-wishes = Wat de cliënt wenst.
open-life = { $count ->
    [one] Over 1 kant van het leven is nog niets verteld.
   *[other] Over { $count } kanten van het leven is nog niets verteld.
  }
open-needs = Waar de cliënt iets of iemand bij nodig heeft.
open-need-sources = { $count ->
    [one] Van 1 ding weten we nog niet waar het vandaan kan komen.
   *[other] Van { $count } dingen weten we nog niet waar ze vandaan kunnen komen.
  }
open-goals = Een doel dat de cliënt zelf kiest.
open-actions = Wie wat gaat doen.
open-first-step = { $count ->
    [one] Bij 1 actie is er nog geen kleine eerste stap.
   *[other] Bij { $count } acties is er nog geen kleine eerste stap.
  }
open-doer = { $count ->
    [one] Bij 1 actie staat nog niet wie het doet.
   *[other] Bij { $count } acties staat nog niet wie het doet.
  }
open-late = { $count ->
    [one] Bij 1 actie is de afgesproken dag voorbij.
   *[other] Bij { $count } acties is de afgesproken dag voorbij.
  }
open-outcome = { $count ->
    [one] Van 1 actie die gedaan is, staat er nog niet of het werkte.
   *[other] Van { $count } acties die gedaan zijn, staat er nog niet of het werkte.
  }
open-check-ins = Afspreken wanneer jullie elkaar na afloop nog spreken.
open-check-in-due = { $count ->
    [one] Het is tijd voor 1 gesprek van de nazorg.
   *[other] Het is tijd voor { $count } gesprekken van de nazorg.
  }
open-moment = Een meetmoment vastleggen, om later toen en nu te vergelijken.
open-talk = Het eerste gesprek opschrijven.
open-next-talk = Een volgende afspraak maken.

# Werkwijzen kiezen en toevoegen
method-title = Werkwijze
method-explain = Een andere werkwijze verandert niets aan wat je al hebt opgeschreven. Kom je terug, dan ga je verder waar je was.
method-choose = Welke werkwijze volgt dit dossier?
method-from-kring = hoort bij Kring
method-from-account = van je organisatie
method-from-dossier = kwam mee met dit dossier
method-add = Een werkwijze van je organisatie toevoegen
method-add-explain = Heeft je organisatie een eigen werkwijze? Kies het bestand dat je daarvoor kreeg (eindigt op .toml).
method-choose-file = Bestand kiezen
method-added = “{ $title }” is toegevoegd. Kies hem hierboven om dit dossier ermee te laten werken.
method-remove = { $title } weghalen uit mijn lijst
method-removed = “{ $title }” staat niet meer in je lijst. Dossiers die hem volgen, houden hem.
method-followed = Dit dossier volgt nu “{ $title }”.
error-method-too-large = Dit bestand is te groot voor een werkwijze. Er passen { $most } tekens.
error-method-not-one = Dit is geen werkwijze van Kring. Bovenaan moet staan: kring-method = 1
error-method-newer = Deze werkwijze is voor een nieuwere Kring (soort { $found }). Werk Kring bij en probeer het opnieuw.
error-method-unreadable = Regel { $line } is niet te lezen. Kijk of de aanhalingstekens en haakjes kloppen.
error-method-missing = Bij wat begint op regel { $line } ontbreekt “{ $key }”. Vul het aan.
error-method-unknown-key = Regel { $line }: “{ $key }” kent Kring niet. Kies uit: { $known }.
error-method-wrong-kind = Regel { $line }: “{ $key }” is niet geschreven zoals het moet. Zet tekst tussen aanhalingstekens.
error-method-no-line = Regel { $line }: “{ $key }” moet één regel tekst zijn van hoogstens { $most } tekens, en mag niet leeg zijn.
error-method-bad-name = Regel { $line }: “{ $name }” kan geen naam zijn. Gebruik kleine letters, cijfers en streepjes.
error-method-name-taken = Regel { $line }: “{ $name }” is al een werkwijze van Kring zelf. Kies een andere naam.
error-method-twice-named = Regel { $line }: er is al een stap “{ $name }”. Geef elke stap een eigen naam.
error-method-unknown-part = Regel { $line }: “{ $about }” is geen deel van Kring. Kies uit: { $known }.
error-method-phase-apart = Regel { $line }: de stappen van “{ $phase }” staan niet bij elkaar. Zet ze onder elkaar.
error-method-step-count = Een werkwijze heeft 1 tot { $most } stappen. Begin elke stap met een regel [[step]].
error-method-too-many-questions = Regel { $line }: een stap heeft hoogstens { $most } vragen.
error-no-such-method = Er is geen werkwijze “{ $name }”. Kies er een uit de lijst, of voeg het bestand toe.
error-no-such-step = De werkwijze “{ $method }” heeft geen stap “{ $step }”. Kies er een uit de lijst.
error-too-many-methods = Je hebt al { $most } eigen werkwijzen. Haal er eerst een weg.
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
step-network-coach-team-up = Team-upbijeenkomst
step-network-coach-top-three = Top-drieactie
step-network-coach-plan = Een persoonlijk actieplan
step-network-coach-go-for-it = Ga ervoor!
step-network-coach-learn = Leren van ervaringen
