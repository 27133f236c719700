# Wat er in de uitwisseling gebeurde
events-title = Goed om te weten
events-seen = Gezien
event-storage-emptied = De plek waar de berichten liggen, is leeggemaakt. Op deze computer is niets weg. Wat anderen nog niet hadden, stuurt Kring opnieuw. Was jij dit niet? Vraag het aan wie de opslag beheert.
event-storage-put-back = De plek waar de berichten liggen, is teruggezet naar { $day }. Op deze computer is niets weg. Wat anderen nog niet hadden, stuurt Kring opnieuw.
event-new-device = { $name } gebruikt een andere computer, of heeft een kopie van de kluis teruggezet. Klopt dat niet? Bel dan { $name }.
event-own-computer = Er is een andere computer aan je account gekoppeld. Was jij dat niet? Meld hem dan kwijt: kies Samenwerken en “Mijn andere computer”.
event-chain-broken = Er kwamen berichten van twee computers die zich voordoen als dezelfde computer van { $name }. Bel { $name }: misschien heeft iemand een kopie van de kluis.
event-keys-changed = Er is iemand met de naam { $name }, maar met een andere sleutel. Bel { $name } voordat je op “De woorden kloppen” drukt.
event-key-replaced = { $name } is een computer kwijtgeraakt. Die computer krijgt niets meer van je. Jullie werken gewoon verder. Je hoeft niets te doen.
event-key-disputed = Twee computers zeggen dat ze van { $name } zijn. Er gaat niets meer naar { $name }. Zoek { $name } op in de lijst hieronder. Daar staat wat je kunt doen.
event-reported-lost = Deze computer is als kwijt gemeld. Hij krijgt en stuurt niets meer.
event-frozen = Het is niet duidelijk wie het dossier van { $client } bewaart. Er gaat niets van dit dossier naar anderen. Open het dossier en kies Delen.
event-offered = { $name } wil het dossier van { $client } aan jou overdragen. Open het dossier en kies Delen.
event-taken-over = { $name } bewaart nu het dossier van { $client }.
event-lost = Een bericht van { $name } is onderweg kwijtgeraakt. Kring heeft het opnieuw gevraagd. Je hoeft niets te doen.
event-set-apart = Een bericht kon twee keer niet worden gelezen. Kring heeft het apart gezet en gaat verder met de rest. Kwam het van een collega, dan wordt het vanzelf opnieuw gestuurd. Gebeurt dit vaker, vraag dan om hulp.
