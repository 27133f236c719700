# Mantelzorg
carer-title = Mantelzorg
carer-intro = Wie zorgt er veel voor de cliënt? Vraag af en toe hoe het gaat. Een cijfer is hier alleen een begin van een gesprek.
carer-nobody = Nog niemand heeft hier een rol als mantelzorger.
carer-who = Vraag hoe het gaat met
carer-choose = Kies iemand
carer-choice = { $name } (geeft { $kinds })
carer-gives = Geeft: { $kinds }
carer-ask = Vraag hoe het gaat
carer-ask-name = Vraag hoe het gaat met { $name }
carer-on-map = { $name } op de kaart
carer-hands = Hand omhoog: { $names }
carer-to-hands = Naar mantelzorg
load-hand-high = Hand omhoog: zwaar belast
load-hand-rising = Hand omhoog: het wordt zwaarder
carer-which = Waarmee wil je het vragen?
carer-which-ask = Kies wat past bij het gesprek van vandaag.
carer-about-three_questions = Drie korte vragen. Geen score, wel een begin van een gesprek.
carer-about-caregiver_strain_index = Dertien keer ja of nee. Vanaf 7 keer ja is de zorg zwaar. (Robinson, 1983)
carer-about-carer_qol = Zeven keer nee, een beetje of veel, en hoe gelukkig iemand is. (Brouwer en anderen, 2006)
carer-items-three_questions = 3 vragen
carer-items-caregiver_strain_index = 13 vragen
carer-items-carer_qol = 8 vragen
carer-form-title = Hoe gaat het met { $name }?
carer-form-intro-three_questions = Vraag het rustig. Overslaan mag.
carer-form-intro-caregiver_strain_index = Past dit bij hoe het nu is? Overslaan mag.
carer-form-intro-carer_qol = Hoe is dit nu, door het zorgen? Overslaan mag.
carer-form-day = Op welke dag?
carer-form-moment = Hoort bij meetmoment
carer-form-no-moment = Geen meetmoment
carer-form-answered = { $count } van { $whole } beantwoord
carer-form-clear = Antwoord wissen
carer-form-clear-item = Antwoord wissen: { $item }
carer-form-nothing = Beantwoord eerst één vraag.
carer-form-bad-day = Kijk nog even naar de dag. Schrijf bijvoorbeeld 24-11-2026.
carer-form-save = Opslaan
carer-outcome-title = Dit is wat { $name } zei
carer-outcome-about = Om over te praten:
carer-outcome-missing = Nog niet beantwoord:
carer-outcome-happiness = Gelukkig: { $count } van 10
carer-outcome-next = Wat kan er verlicht worden?
carer-last = Laatste keer: { $day }
carer-no-day = dag onbekend
carer-history = Alle keren van { $name }
carer-history-of = { $instrument } van { $name }
carer-history-day = Dag
carer-history-outcome = Uitkomst
carer-history-moment = Meetmoment
carer-history-do = Wat wil je doen?
carer-history-fix = Verbeteren: { $day }
carer-history-remove = Weghalen: { $day }
carer-fix = Verbeteren
carer-remove = Weghalen
carer-line-high = Vanaf 7 zwaar
carer-point-strain = { $count } van 13
carer-point-care = { $count } van 14
carer-point-talk = { $count ->
       [0] niets dat opvalt
       [one] 1 om over te praten
       *[other] { $count } om over te praten
    }
carer-point-incomplete = { $count ->
       [one] 1 antwoord ontbreekt
       *[other] { $count } antwoorden ontbreken
    }
carer-point-kept = opgeslagen
carer-respite = Even vrij plannen
carer-respite-name = Even vrij plannen voor { $name }
carer-respite-title = Even vrij voor { $name }
carer-support = Steun plannen
carer-support-name = Steun plannen voor { $name }
carer-support-title = Steun voor { $name }
carer-planned = In het plan gezet: { $title }.
carer-in-plan = Staat in het plan:
carer-to-plan = Naar het plan
# Eigen dossier van een mantelzorger
carer-dossier = Eigen dossier
carer-dossier-why = { $name } kan ook zelf cliënt worden. Dat is een eigen dossier, met een eigen toestemming. Er gaat niets uit dit dossier mee, alleen de naam. De twee dossiers wijzen naar elkaar.
carer-dossier-make = Eigen dossier maken voor { $name }
carer-dossier-open = Naar het dossier van { $name }
carer-dossier-elsewhere = { $name } heeft een eigen dossier. Het staat niet op deze computer.
carer-dossier-back = { $name } zorgt voor { $other }.
carer-dossier-back-open = Naar het dossier van { $other }
carer-dossier-back-elsewhere = { $name } zorgt voor iemand met een dossier dat niet op deze computer staat.
error-has-own-dossier = { $name } heeft al een eigen dossier.
error-answers-length = Dit zijn niet alle plaatsen van de vragenlijst. Er horen { $must } tekens te staan: een cijfer per vraag, een streepje waar geen antwoord is.
error-not-an-answer = Het antwoord op vraag { $item } past niet. Kies een cijfer van 0 tot en met { $most }, of een streepje.
# Wat er te zien is
load-incomplete = { $count ->
       [one] Er ontbreekt nog 1 antwoord. Daarom is er geen uitkomst.
       *[other] Er ontbreken nog { $count } antwoorden. Daarom is er geen uitkomst.
    }
load-incomplete-ask = Wat was lastig om te zeggen?
load-strain = { $name } zegt { $count } van de 13 keer ja. Dat is niet hoog.
load-strain-ask = Wat gaat er goed, en wie helpt daarbij?
load-strain-rising = { $name } zegt { $count } van de 13 keer ja. Dat is vaker dan de vorige keer.
load-strain-rising-ask = Wat is er sinds de vorige keer zwaarder geworden?
load-strain-high = { $name } zegt { $count } van de 13 keer ja. Vanaf 7 is de zorg zwaar.
load-strain-high-ask = Wat zou het eerst van je schouders af mogen?
load-care = { $name } komt op { $count } van 14. Hoe hoger, hoe lichter het zorgen.
load-care-ask = Wat geeft je kracht bij het zorgen?
load-care-heavy = { $name } komt op { $count } van 14. Hoe hoger, hoe lichter. Op een of meer punten is het heel zwaar.
load-care-heavy-ask = Welk zwaar punt wil je het eerst bespreken?
load-talk = { $count ->
       [one] Bij 1 van de 3 vragen valt er iets te bespreken.
       *[other] Bij { $count } van de 3 vragen valt er iets te bespreken.
    }
load-talk-ask = Wil je daar iets over vertellen?
load-nothing = { $name } zegt drie keer ja.
load-nothing-ask = Hoe houd je dat zo?
load-kept = De antwoorden zijn opgeslagen. Kring telt deze vragenlijst niet op.
load-kept-ask = Wat viel je op bij het invullen?
load-unfit = Deze antwoorden passen niet bij de vragenlijst. Haal ze weg of vul opnieuw in.
load-unfit-ask = Zullen we het samen nog eens invullen?
# Antwoorden
scale-yes_no-0 = Nee
scale-yes_no-1 = Ja
scale-how_much-0 = Nee
scale-how_much-1 = Een beetje
scale-how_much-2 = Veel
scale-sometimes-0 = Ja
scale-sometimes-1 = Soms
scale-sometimes-2 = Nee
scale-ladder-low = 0 is helemaal niet
scale-ladder-high = 10 is helemaal wel
# Korte eigen woorden bij de vragen
item-three_questions-own-life = Kom je nog toe aan je eigen leven?
item-three_questions-go-on = Kun je dit zo volhouden?
item-three_questions-take-over = Kan iemand het overnemen als het moet?
item-caregiver_strain_index-sleep = Slechter slapen door de zorg
item-caregiver_strain_index-inconvenient = Het zorgen komt vaak niet goed uit
item-caregiver_strain_index-body = Het lichaam heeft het er zwaar mee
item-caregiver_strain_index-confined = Minder vaak weg kunnen
item-caregiver_strain_index-household = Thuis gaat het nu anders dan eerst
item-caregiver_strain_index-plans = Eigen plannen gaan niet door
item-caregiver_strain_index-demands = Ook anderen vragen tijd
item-caregiver_strain_index-quarrels = Gevoelens lopen hoog op, ook met elkaar
item-caregiver_strain_index-behaviour = Gedrag dat moeilijk te verdragen is
item-caregiver_strain_index-changed = Verdriet omdat de ander zo veranderd is
item-caregiver_strain_index-work = Werken gaat nu anders
item-caregiver_strain_index-money = De zorg drukt op het geld
item-caregiver_strain_index-overwhelmed = Het is te veel tegelijk
item-carer_qol-fulfilment = Voldoening uit het zorgen
item-carer_qol-relation = Moeite in de omgang met elkaar
item-carer_qol-mind = Het hoofd heeft het zwaar
item-carer_qol-days = Zorg en eigen dagen botsen
item-carer_qol-money = Minder geld door de zorg
item-carer_qol-support = Hulp van anderen als het nodig is
item-carer_qol-body = Het lichaam heeft het zwaar
item-carer_qol-happiness = Hoe gelukkig voel je je nu?
