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
own-words-passphrase = De wachtzin van deze computer. Hierna staan al je dossiers op allebei.
own-confirmed = Klaar op deze computer. Druk ook op de andere computer op “De woorden kloppen”. Daarna komen je dossiers vanzelf.
own-stop = Niet koppelen
own-refused = De andere computer is niet gekoppeld. Maak een nieuwe code.
own-waiting = Deze computer wacht op de andere. Daarna komen je dossiers vanzelf. Maak hier zolang nog geen dossier.
error-computer-in-use = Op deze computer staan al dossiers of collega’s. Maak hier eerst een nieuw account. Vul de code daar in.
error-invitation-for-colleague = Dit is een uitnodiging om samen te werken. Ga terug naar Samenwerken en kies daar “Ik heb een uitnodiging”.
error-invitation-for-own-computer = Dit is een code om op je eigen tweede computer te werken. Kies bij Samenwerken “Ook op mijn andere computer”.
error-joining = Deze computer wordt nog gekoppeld aan je andere computer. Wacht tot dat klaar is. Of kies “Niet koppelen” bij “Mijn andere computer”.
